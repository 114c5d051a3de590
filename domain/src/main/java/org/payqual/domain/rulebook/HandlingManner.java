package org.payqual.domain.rulebook;

/** In what manner the agency handled a breach of the service agreement (TJ-26.1), as the national rules list them. */
public enum HandlingManner {
    /** 约谈: a talk with those in charge. */
    TALK,
    /** 暂停或不予拨付费用: payments held back. */
    PAYMENT_HELD_BACK,
    /** 不予支付或追回已支付的费用: costs not paid, or claimed back. */
    COSTS_REFUSED,
    /** 要求支付违约金: liquidated damages. */
    LIQUIDATED_DAMAGES,
    /** 中止相关人员或科室的医保服务: services of people or departments stopped. */
    SERVICES_STOPPED,
    /** 中止或解除服务协议: the agreement suspended or ended. */
    AGREEMENT_ENDED
}
