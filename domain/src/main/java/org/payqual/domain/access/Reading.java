package org.payqual.domain.access;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Actor;

/**
 * That someone read, or tried to read, something of people.
 *
 * @param actor who
 * @param ability what was read
 * @param people ids of the people concerned, as asked for
 * @param validAt the date asked about, where there was one
 * @param asOf the log position that the answer reflects, where there is one
 * @param outcome what came of it
 */
public record Reading(
        Actor actor,
        Ability ability,
        List<String> people,
        @Nullable LocalDate validAt,
        @Nullable Long asOf,
        Outcome outcome) {

    /** Copies the ids. */
    public Reading {
        people = List.copyOf(people);
    }

    /** What came of a reading. */
    public enum Outcome {
        /** The caller was given what was asked for. */
        ANSWERED,
        /** There was nothing to give: no such person. */
        UNKNOWN,
        /** The caller may not see these people. */
        REFUSED,
        /** No answer was given, for another reason. */
        UNANSWERED
    }
}
