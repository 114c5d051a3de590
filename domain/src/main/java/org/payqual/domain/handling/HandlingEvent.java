package org.payqual.domain.handling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.rulebook.HandlingKind;

/** What is recorded of a handling. */
public sealed interface HandlingEvent extends Event {

    /**
     * A handling was decided; opens its stream.
     *
     * @param inspection from which it came
     * @param institution against which it was made
     * @param kind penalty, agreement handling, circular or sanction (TJ-24)
     * @param date on which it was made, the day on which points count (TJ-25)
     * @param madeBy the code of the department or agency that made it, to which appeals go (TJ-34.3); null where it is
     *     not known, as of a circular that somebody else enters
     */
    record Decided(
            String inspection,
            String institution,
            HandlingKind kind,
            LocalDate date,
            @Nullable String madeBy) implements HandlingEvent {}

    /**
     * The handling was overturned; every score that rests on it falls.
     *
     * @param date of the decision that overturned it
     * @param reason digest of the reason stated, where one was
     */
    record Overturned(LocalDate date, @Nullable String reason) implements HandlingEvent {}
}
