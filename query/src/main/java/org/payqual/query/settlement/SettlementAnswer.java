package org.payqual.query.settlement;

import java.time.LocalDate;
import org.payqual.domain.file.Text;
import org.payqual.domain.person.Settlement;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.person.StandingShown;

/**
 * Whether a person's service at an institution on a day is payable (TJ-21).
 *
 * @param person the person's id
 * @param institution where the service was given
 * @param validAt the day of the service
 * @param emergency whether it was an emergency or rescue, or a special case with the agency's reason
 * @param reflects the state of the log
 * @param payable whether it is
 * @param ground why
 * @param label the same in words
 * @param provision on which the answer rests
 * @param rulebook by which it was given
 * @param standing of the person on that day
 */
record SettlementAnswer(
        String person,
        String institution,
        LocalDate validAt,
        boolean emergency,
        KnownAt reflects,
        boolean payable,
        Settlement.Ground ground,
        Text label,
        String provision,
        String rulebook,
        StandingShown standing) {

    /** Tells a ground in words. */
    static Text label(Settlement.Ground ground) {
        return switch (ground) {
            case NORMAL -> new Text("资格正常，予以支付", "in normal standing, payable");
            case EMERGENCY -> new Text("急诊、抢救等情形，予以支付", "an emergency or rescue, payable");
            case STANDING -> new Text("资格状态不予支付", "not payable in this standing");
            case NOT_REGISTERED -> new Text("当日未在该机构登记备案，不予支付", "not registered there on that day, not payable");
        };
    }
}
