package org.payqual.domain.handling;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;

/** What is recorded of a handling. */
public sealed interface HandlingEvent extends Event {

    /**
     * A handling was decided; opens its stream.
     *
     * @param inspection from which it came
     * @param institution against which it was made
     * @param kind penalty, agreement handling, circular or sanction (TJ-24)
     * @param date on which it was made, the day on which points count (TJ-25)
     * @param articles of the supervision regulation that a penalty applied (TJ-27.1, 29.1), ascending
     * @param manners of a handling under the agreement (TJ-26.1)
     * @param madeBy the code of the department or agency that made it, to which appeals go (TJ-34.3); null where it is
     *     not known, as of a circular that somebody else enters
     */
    record Decided(
            String inspection,
            String institution,
            HandlingKind kind,
            LocalDate date,
            List<Integer> articles,
            List<HandlingManner> manners,
            @Nullable String madeBy)
            implements HandlingEvent {
        /** Copies the lists. */
        public Decided {
            articles = List.copyOf(articles);
            manners = List.copyOf(manners);
        }
    }

    /**
     * The handling was overturned; every score that rests on it falls.
     *
     * @param date of the decision that overturned it
     * @param reason digest of the reason stated, where one was
     */
    record Overturned(LocalDate date, @Nullable String reason) implements HandlingEvent {}

    /**
     * An overturning was a clerk's error: it is void and stays readable, the handling stands, and so does every score
     * that fell because of it.
     *
     * @param entry the sequence number of the overturning
     * @param date of the correction
     * @param reason digest of the reason
     */
    record EntryCorrected(long entry, LocalDate date, String reason) implements HandlingEvent {}
}
