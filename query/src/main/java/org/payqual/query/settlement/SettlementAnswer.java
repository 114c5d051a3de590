package org.payqual.query.settlement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.person.Settlement;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.person.StandingShown;
import org.payqual.query.settlement.index.Checked;
import org.payqual.query.settlement.index.Question;

/**
 * Whether a person's service at an institution on a day is payable (TJ-21).
 *
 * @param person the person's id
 * @param institution where the service was given
 * @param validAt the day of the service
 * @param exception what it was said to be beyond the ordinary
 * @param reason under which the agency keeps its reason for another special case
 * @param reflects the state of the log
 * @param answer whether it is payable, and whether only as an exception
 * @param payable whether it is payable either way
 * @param ground why
 * @param label the same in words
 * @param provision on which the answer rests
 * @param rulebook by which it was given
 * @param objection whether an appeal of the person is open on that day
 * @param standing of the person on that day
 */
record SettlementAnswer(
        String person,
        String institution,
        LocalDate validAt,
        ExceptionClaimed exception,
        @Nullable String reason,
        KnownAt reflects,
        Settlement.Answer answer,
        boolean payable,
        Settlement.Ground ground,
        Text label,
        String provision,
        String rulebook,
        boolean objection,
        StandingShown standing) {

    static SettlementAnswer of(
            Question question,
            ExceptionClaimed exception,
            @Nullable String reason,
            KnownAt reflects,
            Checked.Settled settled) {
        Settlement settlement = settled.settlement();
        return new SettlementAnswer(
                settled.person().toString(),
                question.institution(),
                question.day(),
                exception,
                reason,
                reflects,
                settlement.answer(),
                settlement.payable(),
                settlement.ground(),
                label(settlement.ground()),
                settlement.provision().citation(),
                settled.rulebook(),
                settlement.objection(),
                StandingShown.of(settlement.standing()));
    }

    /** Tells a ground in words. */
    private static Text label(Settlement.Ground ground) {
        return switch (ground) {
            case NORMAL -> new Text("资格正常，予以支付", "in normal standing, payable");
            case EMERGENCY -> new Text("急诊、抢救，予以支付", "an emergency or rescue, payable");
            case SPECIAL_CASE -> new Text("其他特殊情形，经办机构已说明理由，予以支付", "a special case with the agency's reason, payable");
            case STANDING -> new Text("资格状态不予支付", "not payable in this standing");
            case REASON_MISSING ->
                new Text("其他特殊情形须由经办机构说明理由", "a special case is payable with the agency's reason only");
            case NOT_REGISTERED -> new Text("当日未在该机构登记备案，不予支付", "not registered there on that day, not payable");
        };
    }
}
