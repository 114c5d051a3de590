package org.payqual.domain.person;

import static org.payqual.domain.person.Refusals.conflict;
import static org.payqual.domain.person.Refusals.refused;
import static org.payqual.domain.person.Refusals.unlawful;

import java.time.LocalDate;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal.Kind;
import org.payqual.domain.rulebook.Determiner;

/** Every reason for which an appeal or a step of it is refused, with its code and words (TJ-34). */
final class AppealRefusals {

    private AppealRefusals() {}

    static Decision<PersonEvent> unknownAppeal(String appeal) {
        return refused(Kind.UNKNOWN, "unknown-appeal", null, "appeal", "无此申诉：" + appeal, "no such appeal: " + appeal);
    }

    static Decision<PersonEvent> appealKnown(String appeal) {
        return conflict("appeal-known", "appeal", "该申诉已登记：" + appeal, "the appeal is recorded already: " + appeal);
    }

    static Decision<PersonEvent> appealClosed(String appeal) {
        return conflict("appeal-closed", "appeal", "该申诉已办结：" + appeal, "the appeal is no longer open: " + appeal);
    }

    static Decision<PersonEvent> explainedAlready(String appeal) {
        return conflict(
                "explained-already", "appeal", "已作过解释说明：" + appeal, "the score was explained already: " + appeal);
    }

    static Decision<PersonEvent> unsigned(Provision provision) {
        return unlawful("appeal-unsigned", provision, "signed", "申诉材料须经本人签字", "the appeal lacks the signature");
    }

    static Decision<PersonEvent> unsealed(Provision provision) {
        return unlawful(
                "appeal-unsealed", provision, "sealed", "申诉材料须经定点医药机构盖章", "the appeal lacks the institution's seal");
    }

    static Decision<PersonEvent> appealedAlready(Provision provision, String notice) {
        return unlawful(
                "appealed-already",
                provision,
                "by",
                "该方已就此通知书提出过申诉：" + notice,
                "that party appealed against the notice before: " + notice);
    }

    static Decision<PersonEvent> noticeOfAnother(Provision provision) {
        return unlawful(
                "notice-of-another-institution",
                provision,
                "notice",
                "该通知书告知的是其他机构，只能由该机构或本人申诉",
                "the notice was told to another institution, which may appeal, or the person");
    }

    static Decision<PersonEvent> appealOfAnother(Provision provision) {
        return unlawful(
                "appeal-of-another", provision, "appeal", "只能撤回本方提出的申诉", "only who filed the appeal withdraws it");
    }

    static Decision<PersonEvent> appealLate(Provision provision, LocalDate last) {
        return unlawful(
                "appeal-late", provision, "date", "申诉已逾期，截止日为 " + last, "the appeal is late: the last day was " + last);
    }

    static Decision<PersonEvent> notExplained(Provision provision, String appeal) {
        return unlawful(
                "appeal-not-explained",
                provision,
                "appeal",
                "尚未作出解释说明，不能移交：" + appeal,
                "it goes on only after the explanation: " + appeal);
    }

    static Decision<PersonEvent> escalatedAlready(Provision provision, String appeal) {
        return unlawful(
                "appeal-at-last-instance",
                provision,
                "appeal",
                "该申诉已由最后一级办理：" + appeal,
                "the appeal is with the last to decide: " + appeal);
    }

    static Decision<PersonEvent> notTheHandler(Provision provision, Appeal appeal) {
        boolean agency = appeal.handler() == Determiner.AGENCY;
        if (appeal.organisation() != null) {
            return unlawful(
                    "not-the-handler",
                    provision,
                    "by",
                    "该申诉现由作出处理决定的" + (agency ? "经办机构" : "部门") + "办理：" + appeal.organisation(),
                    "the " + (agency ? "agency" : "department") + " that made the handling decides now: "
                            + appeal.organisation());
        }
        return unlawful(
                "not-the-handler",
                provision,
                "by",
                agency ? "该申诉现由经办机构办理" : "该申诉现由作出处理决定的部门办理",
                agency ? "the agency decides the appeal now" : "the department that made the handling decides now");
    }

    static Decision<PersonEvent> reasonOfUpheld(Provision provision) {
        return unlawful("reason-missing", provision, "reason", "维持原记分须告知原因", "whoever keeps the score has to say why");
    }

    static Decision<PersonEvent> groundOfChange(Provision provision) {
        return unlawful(
                "decision-ground",
                provision,
                "ground",
                "调整或撤销须载明原记分何处有误，维持的不得载明",
                "whoever adjusts or revokes a score says what was wrong with it, whoever keeps it does not");
    }

    static Decision<PersonEvent> findingsOfAdjustment(Provision provision) {
        return unlawful(
                "adjusted-findings",
                provision,
                "findings",
                "调整须列明调整后的认定，其他结果不得列",
                "an adjustment states the findings that stay, any other outcome none");
    }

    static Decision<PersonEvent> adjustedUpwards(Provision provision) {
        return unlawful("adjusted-upwards", provision, "findings", "申诉不得加重记分", "an appeal makes no score heavier");
    }
}
