package org.payqual.domain.person;

import static org.payqual.domain.person.Refusals.unlawful;

import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;

/** Every reason for which a finding of a notice is refused, with its code and words (TJ-25 to 30). */
final class FindingRefusals {

    private FindingRefusals() {}

    static Decision<PersonEvent> unknownCircumstance(Provision provision, int finding, String circumstance) {
        return unlawful(
                "unknown-circumstance",
                provision,
                finding(finding, "circumstance"),
                "所适用细则没有该负面情形：" + circumstance,
                "the rulebook has no such circumstance: " + circumstance);
    }

    static Decision<PersonEvent> unfit(Provision provision, int finding, String zh, String en) {
        return unlawful("finding-unfit", provision, finding(finding, "circumstance"), zh, en);
    }

    static Decision<PersonEvent> articleNotApplied(Provision provision, int finding, int article) {
        return unlawful(
                "article-not-applied",
                provision,
                finding(finding, "article"),
                "处罚决定未适用条例第 " + article + " 条",
                "the penalty did not apply article " + article + " of the regulation");
    }

    static Decision<PersonEvent> reasonMissing(Provision provision, int finding) {
        return unlawful(
                "reason-missing", provision, finding(finding, "reason"), "须说明裁量理由", "an officer's reason is required");
    }

    static Decision<PersonEvent> amountMissing(Provision provision, int finding) {
        return unlawful(
                "amount-missing", provision, finding(finding, "amount"), "须载明涉及金额", "the amount involved is missing");
    }

    static Decision<PersonEvent> amountNotCounted(Provision provision, int finding) {
        return unlawful(
                "amount-not-counted",
                provision,
                finding(finding, "amount"),
                "该情形不按金额记分",
                "this circumstance is not scored by amounts");
    }

    static Decision<PersonEvent> unknownMove(Provision provision, int finding, String move) {
        return unlawful(
                "unknown-move",
                provision,
                finding(finding, "move"),
                "所适用细则没有该升降档情形：" + move,
                "the rulebook knows no such ground to move a finding: " + move);
    }

    static Decision<PersonEvent> responsibilityMissing(Provision provision, int finding) {
        return unlawful(
                "responsibility-missing",
                provision,
                finding(finding, "responsibility"),
                "须认定责任程度",
                "the degree of responsibility is missing");
    }

    static Decision<PersonEvent> pointsNotDerived(Provision provision, int finding, int derived) {
        return unlawful(
                "points-not-derived",
                provision,
                finding(finding, "points"),
                "按责任程度应记 " + derived + " 分",
                "the degree of responsibility gives " + derived + " points");
    }

    static Decision<PersonEvent> addsNothing(Provision provision, int finding, String violation) {
        return unlawful(
                "adds-nothing",
                provision,
                finding(finding, "violation"),
                "同一次监督检查中同一违法违规行为已按不低于此的分值记分：" + violation,
                "the same violation was scored as high in the same inspection: " + violation);
    }

    static Decision<PersonEvent> foundTwice(Provision provision, int finding, String violation) {
        return unlawful(
                "found-twice",
                provision,
                finding(finding, "violation"),
                "同一通知书重复认定：" + violation,
                "found twice in one notice: " + violation);
    }

    static Decision<PersonEvent> repeatNotFound(Provision provision, int finding, String precedent) {
        return unlawful(
                "repeat-not-found",
                provision,
                finding(finding, "circumstance"),
                "同年内再次出现同一行为（前次通知书 " + precedent + "），须按再次出现或不低于其档次的情形认定",
                "the act was repeated within the year after notice " + precedent
                        + ": find it as a repeat or in an equal or higher band");
    }

    static Decision<PersonEvent> noPrecedent(Provision provision, int finding, String violation) {
        return unlawful(
                "no-precedent",
                provision,
                finding(finding, "circumstance"),
                "同年内没有对同一行为的在先记分：" + violation,
                "no earlier notice of the year found the same violation: " + violation);
    }

    private static String finding(int index, String field) {
        return "findings[" + index + "]." + field;
    }
}
