package org.payqual.domain.person;

import static org.payqual.domain.person.Refusals.conflict;
import static org.payqual.domain.person.Refusals.refused;
import static org.payqual.domain.person.Refusals.unlawful;

import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal.Kind;

/** Every reason for which a repair is refused, with its code and words (TJ-35, 37). */
final class RepairRefusals {

    private RepairRefusals() {}

    static Decision<PersonEvent> unknownRepair(String repair) {
        return refused(
                Kind.UNKNOWN, "unknown-repair", null, "repair", "无此记分修复申请：" + repair, "no such repair: " + repair);
    }

    static Decision<PersonEvent> repairKnown(String repair) {
        return conflict("repair-known", "repair", "该修复申请已登记：" + repair, "the repair is recorded already: " + repair);
    }

    static Decision<PersonEvent> repairDecided(String repair) {
        return conflict("repair-decided", "repair", "该修复申请已有结果：" + repair, "the repair is decided already: " + repair);
    }

    static Decision<PersonEvent> notApproved(Provision provision) {
        return unlawful("not-approved", provision, "approved", "须经定点医药机构审核同意", "the institution has to approve first");
    }

    static Decision<PersonEvent> notTheirInstitution(Provision provision) {
        return unlawful(
                "not-their-institution",
                provision,
                "institution",
                "须经该人员所在的定点医药机构申请",
                "it is requested through the institution where the person is or will be registered");
    }

    static Decision<PersonEvent> noSuchPath(Provision provision) {
        return unlawful("no-such-path", provision, "path", "细则没有该修复途径", "the rulebook knows no such path of repair");
    }

    static Decision<PersonEvent> notWorth(Provision provision, int min, int max) {
        String range = min == max ? String.valueOf(min) : min + "–" + max;
        return unlawful(
                "points-of-repair",
                provision,
                "points",
                "该途径可修复 " + range + " 分",
                "this path repairs " + range + " points");
    }

    static Decision<PersonEvent> nothingShown(Provision provision) {
        return unlawful(
                "nothing-shown",
                provision,
                "evidence",
                "须载明课时与考试成绩，或所参加的活动",
                "hours and the exam, or the activity, have to be shown");
    }

    static Decision<PersonEvent> yearFull(Provision provision) {
        return unlawful(
                "year-full",
                provision,
                "path",
                "该年度的修复次数或分值已用完（含待定申请）",
                "the year has no place left for such a repair");
    }

    static Decision<PersonEvent> neverRepaired(Provision provision) {
        return unlawful(
                "never-repaired",
                provision,
                null,
                "该年度有一次记满的通知书，或处于因一次记满而终止的期限内，不予修复",
                "excluded by one notice of the year, or by one whose termination still runs");
    }

    static Decision<PersonEvent> nothingToRepair(Provision provision) {
        return unlawful("nothing-to-repair", provision, null, "该年度累计记分为 0", "the year's total is 0");
    }

    static Decision<PersonEvent> notRectified(Provision provision) {
        return unlawful(
                "not-rectified", provision, "rectified", "整改情况须经复核", "what was wrong has to be put right first");
    }

    static Decision<PersonEvent> practiceElsewhere(Provision provision) {
        return unlawful(
                "practice-elsewhere", provision, null, "主执业地不在本地区", "the primary practice is outside the region");
    }
}
