package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.Refusal.Kind;

/** Reasons for which a command about a person is refused, with their codes and words, and how a refusal is put. */
final class Refusals {

    private Refusals() {}

    static Decision<PersonEvent> unknownPerson() {
        return unknown("unknown-person", null, "未知的相关人员", "the person is not known");
    }

    static Decision<PersonEvent> personKnown() {
        return conflict(Deciding.PERSON_KNOWN, null, "该人员已在册", "the person is known already");
    }

    static Decision<PersonEvent> unknownInstitution() {
        return unknown("unknown-institution", "institution", "未知的定点医药机构", "the institution is not known");
    }

    static Decision<PersonEvent> unknownHandling() {
        return unknown("unknown-handling", "handling", "未知的处理决定", "the handling is not known");
    }

    static Decision<PersonEvent> unknownNotice(String notice) {
        return unknown("unknown-notice", "notice", "无此记分处理通知书：" + notice, "no such notice: " + notice);
    }

    static Decision<PersonEvent> noRulebook(String region, LocalDate day) {
        return conflict(
                "no-rulebook",
                null,
                "没有在 " + day + " 适用于区划 " + region + " 的已采纳细则，须先采纳",
                "no adopted rulebook governs region " + region + " on " + day + "; it has to be adopted first");
    }

    static Decision<PersonEvent> noCommitment(Provision provision, String institution, LocalDate day) {
        return unlawful(
                "no-commitment",
                provision,
                "institution",
                "截至 " + day + " 未在该机构作出服务承诺：" + institution,
                "no commitment at " + institution + " by " + day);
    }

    static Decision<PersonEvent> barred(Provision provision, LocalDate until) {
        return unlawful(
                "barred-after-termination",
                provision,
                "from",
                "支付资格终止期内不得登记备案，至 " + until,
                "terminated: no registration before " + until);
    }

    static Decision<PersonEvent> notRestored(Provision provision) {
        return unlawful(
                "not-restored",
                provision,
                "from",
                "终止期满但尚未恢复资格",
                "the termination's term is served but the person is not restored");
    }

    static Decision<PersonEvent> noSuchRole(Provision provision, String role) {
        return unlawful(
                "no-such-role",
                provision,
                "role",
                "此类机构没有该人员类别：" + role,
                "no such role at this kind of institution: " + role);
    }

    static Decision<PersonEvent> enrolled(String institution, LocalDate from) {
        return conflict(
                PersonCommand.ENROLLED,
                null,
                "该登记备案已在册：" + institution + "，自 " + from + " 起",
                "this registration is on record: at " + institution + " from " + from);
    }

    static Decision<PersonEvent> registeredAlready(Provision provision, String institution, LocalDate from) {
        return refused(
                Kind.CONFLICT,
                "registered-already",
                provision,
                "from",
                "在该机构已有自 " + from + " 起的登记备案：" + institution,
                "registered at " + institution + " already, from " + from);
    }

    static Decision<PersonEvent> notRegistered(Provision provision, String institution, LocalDate day) {
        return refused(
                Kind.CONFLICT,
                "not-registered",
                provision,
                "institution",
                "该日未在该机构登记备案：" + institution + "，" + day,
                "not registered at " + institution + " on " + day);
    }

    static Decision<PersonEvent> departedAlready(Provision provision, String institution, LocalDate day) {
        return refused(
                Kind.CONFLICT,
                "departed-already",
                provision,
                "institution",
                "已登记自 " + day + " 起离开该机构：" + institution,
                "left " + institution + " already, on " + day);
    }

    static Decision<PersonEvent> noticeKnown(String notice) {
        return conflict("notice-known", "notice", "该通知书已记分：" + notice, "the notice scored already: " + notice);
    }

    static Decision<PersonEvent> handlingOverturned(Provision provision, LocalDate day) {
        return unlawful(
                "handling-overturned",
                provision,
                "handling",
                "处理决定已于 " + day + " 被撤销，不能据以记分",
                "the handling was overturned on " + day + " and carries no score");
    }

    static Decision<PersonEvent> handlingStands(Provision provision, String handling) {
        return unlawful(
                "handling-stands",
                provision,
                "notice",
                "处理决定仍然有效：" + handling,
                "the handling still stands: " + handling);
    }

    static Decision<PersonEvent> noticeFell(Provision provision, String notice) {
        return refused(
                Kind.CONFLICT,
                "notice-fell",
                provision,
                "notice",
                "该记分已撤销：" + notice,
                "the score has fallen: " + notice);
    }

    static Decision<PersonEvent> statedTerm(Provision provision, int min, int max) {
        return unlawful(
                "stated-term",
                provision,
                "months",
                "须载明暂停或终止期限：" + min + " 至 " + max + " 个月",
                "the notice has to state a term of " + min + " to " + max + " months");
    }

    static Decision<PersonEvent> statedTermReason(Provision provision) {
        return unlawful("stated-term-reason", provision, "monthsReason", "须说明期限理由", "the stated term needs a reason");
    }

    static Decision<PersonEvent> notHeard(Provision provision) {
        return unlawful(
                "institution-not-heard",
                provision,
                "institutionHeard",
                "认定责任须听取定点医药机构意见",
                "the institution has to be heard on the responsibility");
    }

    static Decision<PersonEvent> servedAlready(String notice, LocalDate received) {
        return conflict(
                "served-already",
                "notice",
                "该通知书已于 " + received + " 送达该方：" + notice,
                "the notice was served on that party on " + received + ": " + notice);
    }

    static Decision<PersonEvent> noFindings(Provision provision) {
        return unlawful("no-findings", provision, "findings", "通知书须至少有一项认定", "a notice needs at least one finding");
    }

    static Decision<PersonEvent> dateTooLate(String field, LocalDate latest) {
        return conflict(field(field) + "-too-late", field, "日期不得晚于 " + latest, "not after " + latest);
    }

    static Decision<PersonEvent> datesReversed(String field, LocalDate earliest) {
        return conflict(field(field) + "-too-early", field, "日期不得早于 " + earliest, "not before " + earliest);
    }

    /** A code is a stable word, so it leaves out which of several findings is at fault. */
    private static String field(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Refuses because nothing of that name is known. */
    static Decision<PersonEvent> unknown(String code, @Nullable String field, String zh, String en) {
        return refused(Kind.UNKNOWN, code, null, field, zh, en);
    }

    /** Refuses because of what is recorded already. */
    static Decision<PersonEvent> conflict(String code, @Nullable String field, String zh, String en) {
        return refused(Kind.CONFLICT, code, null, field, zh, en);
    }

    /** Refuses because a provision does not allow it. */
    static Decision<PersonEvent> unlawful(
            String code, Provision provision, @Nullable String field, String zh, String en) {
        return refused(Kind.UNLAWFUL, code, provision, field, zh, en);
    }

    /** Refuses, whatever the kind of reason. */
    static Decision<PersonEvent> refused(
            Kind kind, String code, @Nullable Provision provision, @Nullable String field, String zh, String en) {
        return new Decision.Refused<>(new Refusal(kind, code, provision, field, zh, en));
    }
}
