package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Effect;
import org.payqual.domain.rulebook.Tier;

/**
 * What follows from one notice (TJ-31).
 *
 * @param notice which
 * @param total the year total as known when the notice was recorded, from what is in force
 * @param supervision the tier that puts the person under key supervision; null if none is reached
 * @param effect what the rulebook lays down for the measure reached; null if none is
 * @param measure the measure reached; null if none is
 */
record Consequence(
        String notice,
        int total,
        @Nullable Tier supervision,
        @Nullable Effect effect,
        PersonEvent.@Nullable Measure measure) {

    /** Tells whether a measure is milder than another: a suspension than a termination, else the earlier end. */
    static boolean milder(PersonEvent.Measure one, PersonEvent.Measure other) {
        return one.kind() == other.kind()
                ? one.until().isBefore(other.until())
                : one.kind().compareTo(other.kind()) < 0;
    }

    /** Returns the first day of the year after a date, with which key supervision ends. */
    static LocalDate nextYear(LocalDate date) {
        return LocalDate.of(date.getYear() + 1, 1, 1);
    }
}
