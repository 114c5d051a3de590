package org.payqual.domain.rulebook;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * How measures begin, run and end (TJ-31, 36).
 *
 * @param start from which day a measure runs where its notice states none
 * @param firstDay whether the first day counts into the term
 * @param atExpiry what the end of the term does
 * @param oneNotice which points of a notice stand in the column of one notice
 * @param provisions on which all this rests
 */
public record Measures(Start start, FirstDay firstDay, Expiry atExpiry, OneNotice oneNotice, List<Provision> provisions)
        implements Cited {

    /** From which day a measure runs where its notice states none. */
    public enum Start {
        /** The day of the handling. */
        HANDLING_DATE,
        /** The first day of the month after the handling. */
        FIRST_OF_FOLLOWING_MONTH;

        /** Returns the first day of a measure. */
        public LocalDate after(LocalDate handling) {
            return this == HANDLING_DATE ? handling : handling.plusMonths(1).withDayOfMonth(1);
        }
    }

    /** Whether the first day of a measure counts into its term. */
    public enum FirstDay {
        /** It does: one month from 03-10 leaves 04-10 free. */
        COUNTS,
        /** It does not, as in Civil Code 201: one month from 03-10 leaves 04-11 free. */
        DOES_NOT_COUNT
    }

    /** What the end of a term does (TJ-22, 36). */
    public enum Expiry {
        /** Nothing by itself: the person stays as before, with the term served, until restored on request. */
        RESTORATION_ON_REQUEST,
        /** It restores. */
        RESTORES
    }

    /** Which points of a notice stand in the column of one notice. */
    public enum OneNotice {
        /** The full values of its highest finding per violation. */
        OWN_POINTS,
        /** What it adds to the total beside the earlier notices of its inspection. */
        ADDED_POINTS
    }

    /** Copies the provisions. */
    public Measures {
        provisions = List.copyOf(provisions);
    }

    /** Returns the first free day of a measure. */
    public LocalDate until(LocalDate first, Period term) {
        LocalDate end = first.plus(term);
        return firstDay == FirstDay.COUNTS ? end : end.plusDays(1);
    }
}
