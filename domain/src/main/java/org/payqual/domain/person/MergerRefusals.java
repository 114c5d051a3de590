package org.payqual.domain.person;

import static org.payqual.domain.person.Refusals.conflict;
import static org.payqual.domain.person.Refusals.refused;
import static org.payqual.domain.person.Refusals.unlawful;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal.Kind;

/** Every reason for which two records are not merged, or a merged one takes nothing more, with its code and words. */
final class MergerRefusals {

    private static final String INTO = "into";

    private MergerRefusals() {}

    static Decision<PersonEvent> merged(String into) {
        return conflict(
                "person-merged",
                null,
                "该份记录已并入 " + into + "，请在该记录办理",
                "this record was merged into " + into + "; turn to that one");
    }

    static Decision<PersonEvent> intoItself() {
        return conflict("merger-into-itself", INTO, "记录不能并入自身", "a record cannot be merged into itself");
    }

    static Decision<PersonEvent> unknownSurvivor() {
        return refused(
                Kind.UNKNOWN, "unknown-survivor", null, INTO, "未知的存续记录", "the record to merge into is not known");
    }

    static Decision<PersonEvent> survivorMerged(String further) {
        return conflict(
                "survivor-merged",
                INTO,
                "存续记录已并入 " + further + "，请改为并入该记录",
                "the record to merge into was merged into " + further + " itself; merge into that one");
    }

    static Decision<PersonEvent> survivorErased() {
        return conflict("survivor-erased", INTO, "存续记录的身份信息已删除", "the identity of the record to merge into was erased");
    }

    static Decision<PersonEvent> undecided(String id) {
        return conflict(
                "procedure-open",
                null,
                "申诉、修复或恢复申请尚未办结，须先办结：" + id,
                "an appeal, a repair or a restoration is not decided yet; decide it first: " + id);
    }

    static Decision<PersonEvent> idInBoth(String id) {
        return conflict(
                "id-in-both",
                null,
                "两份记录都有该编号，须先更正其中一项：" + id,
                "both records use this number; correct one of the entries first: " + id);
    }

    static Decision<PersonEvent> sameAct(Provision provision, String closed, String survivors) {
        return unlawful(
                "scored-twice",
                provision,
                null,
                "两份记录对同一行为分别记分（通知书 " + closed + " 与 " + survivors + "），须先更正其中一项",
                "both records are scored for the same act, by notices " + closed + " and " + survivors
                        + "; correct one of the entries first");
    }

    static Decision<PersonEvent> registrationsOverlap(
            @Nullable Provision provision, String institution, LocalDate from) {
        return refused(
                Kind.CONFLICT,
                "registrations-overlap",
                provision,
                null,
                "两份记录在同一机构的登记备案期间重叠，须先更正其中一项：" + institution + "，自 " + from,
                "both records are registered at " + institution + " at the same time, the one to be closed from " + from
                        + " on; correct one of the entries first");
    }

    static Decision<PersonEvent> registeredWhileBarred(
            @Nullable Provision provision, String institution, LocalDate from) {
        return refused(
                Kind.CONFLICT,
                "registered-while-barred",
                provision,
                null,
                "一份记录的登记备案始于另一份记录支付资格终止期间，须先更正：" + institution + "，自 " + from,
                "the registration at " + institution + " from " + from
                        + " on began while a termination in the other record barred it; correct the entry first");
    }

    static Decision<PersonEvent> furtherTier(Provision provision, int year, int total, int line) {
        return unlawful(
                "total-undecided",
                provision,
                null,
                "合并后 " + year + " 年累计 " + total + " 分，达到 " + line
                        + " 分档，而合并本身不作处理决定；须先将拟关闭记录该年的记分作为录入错误更正，合并后在存续记录重新记分",
                "together both come to " + total + " points in " + year + " and reach the tier from " + line
                        + ", on which no merger decides; correct the scores of that year in the record to be closed,"
                        + " merge, and enter them anew in the surviving one");
    }
}
