package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A half-open span of days.
 *
 * @param from the first day
 * @param until the first day after it; null if it has no end
 */
public record Span(LocalDate from, @Nullable LocalDate until) {

    /** Tells whether a day lies in the span. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Tells whether the span has no day at all. */
    public boolean isEmpty() {
        return until != null && !until.isAfter(from);
    }
}
