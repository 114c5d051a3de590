package org.payqual.domain.access;

import java.util.List;
import org.payqual.domain.ledger.Actor;

/**
 * That someone had many lines about people answered at once.
 *
 * <p>Of each line about a person who is known it keeps {@value #LINE} bytes, in the order asked, numbers with the
 * highest byte first: the person's id (16), the institution's place in its list (2), the day as days since 1970-01-01
 * (2), the place of the reason in its list, from 1, or 0 (2), what the service was said to be beyond the ordinary (1),
 * the answer (1). What was sent and found to be nobody's code is not kept: it may be a number of another kind.
 *
 * @param actor who
 * @param ability what was read
 * @param asOf the log position that the answers reflect
 * @param asked how many lines were asked, those without an answer included
 * @param institutions the institutions asked about
 * @param reasons the numbers of the agency's reasons
 * @param lines the lines about people who are known
 */
// The array is written once and handed on to be stored.
@SuppressWarnings("ArrayRecordComponent")
public record BulkReading(
        Actor actor,
        Ability ability,
        long asOf,
        int asked,
        List<String> institutions,
        List<String> reasons,
        byte[] lines) {

    /** The bytes of one line. */
    public static final int LINE = 24;

    /** Copies the lists. */
    public BulkReading {
        institutions = List.copyOf(institutions);
        reasons = List.copyOf(reasons);
    }
}
