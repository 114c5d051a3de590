package org.payqual.domain.person;

import static org.payqual.domain.person.Refusals.conflict;
import static org.payqual.domain.person.Refusals.refused;
import static org.payqual.domain.person.Refusals.unlawful;

import java.time.LocalDate;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal.Kind;

/** Every reason for which a restoration is refused, with its code and words (TJ-36). */
final class RestorationRefusals {

    private RestorationRefusals() {}

    static Decision<PersonEvent> unknownRestoration(String restoration) {
        return refused(
                Kind.UNKNOWN,
                "unknown-restoration",
                null,
                "restoration",
                "无此资格恢复申请：" + restoration,
                "no such restoration: " + restoration);
    }

    static Decision<PersonEvent> restorationKnown(String restoration) {
        return conflict(
                "restoration-known",
                "restoration",
                "该恢复申请已登记：" + restoration,
                "the restoration is recorded already: " + restoration);
    }

    static Decision<PersonEvent> restorationDecided(String restoration) {
        return conflict(
                "restoration-decided",
                "restoration",
                "该恢复申请已有结果：" + restoration,
                "the restoration is decided already: " + restoration);
    }

    static Decision<PersonEvent> restorationPending() {
        return conflict("restoration-pending", "restoration", "已有一项待定的恢复申请", "another request waits for its decision");
    }

    static Decision<PersonEvent> nothingToLift(Provision provision) {
        return unlawful(
                "nothing-to-lift",
                provision,
                null,
                "该日没有须恢复的暂停或终止",
                "no measure is left that a restoration could lift");
    }

    static Decision<PersonEvent> notDirectly(Provision provision) {
        return unlawful(
                "not-directly",
                provision,
                "institution",
                "仅无工作单位且处理源自本区机构者可直接申请",
                "only who has no institution, and whose measure came from one of the region, asks directly");
    }

    static Decision<PersonEvent> restorationEarly(Provision provision, LocalDate first) {
        return unlawful("restoration-early", provision, "date", "可申请的首日为 " + first, "the first day to ask is " + first);
    }

    static Decision<PersonEvent> noPreReview(Provision provision) {
        return unlawful("no-pre-review", provision, null, "所适用细则没有初审", "the rulebook knows no pre-review");
    }

    static Decision<PersonEvent> reviewedAlready(String restoration) {
        return conflict(
                "reviewed-already",
                "restoration",
                "已作出初审：" + restoration,
                "the request was reviewed already: " + restoration);
    }

    static Decision<PersonEvent> notReviewed(Provision provision) {
        return unlawful("not-reviewed", provision, null, "初审未通过或未作出", "the pre-review was not passed");
    }

    static Decision<PersonEvent> untrained(Provision provision) {
        return unlawful("untrained", provision, null, "暂停期间未参加学习培训", "no training during the suspension");
    }
}
