package org.payqual.domain.person;

import static org.payqual.domain.person.Refusals.conflict;
import static org.payqual.domain.person.Refusals.refused;
import static org.payqual.domain.person.Refusals.unlawful;

import java.time.LocalDate;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal.Kind;
import org.payqual.domain.rulebook.Determiner;

/** Every reason for which an appeal, a repair or a restoration is refused, with its code and words (TJ-34 to 37). */
final class RedressRefusals {

    private RedressRefusals() {}

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
                "该年度有一次记满的通知书或处于终止期内，不予修复",
                "excluded by a notice of the year, or by the termination that runs");
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
