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

    /** Returns the days of a calendar year up to a date and with it; none if the date comes before the year. */
    public static Span ofYear(int year, LocalDate upTo) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate next = from.plusYears(1);
        LocalDate until = upTo.isBefore(next) ? upTo.plusDays(1) : next;
        return new Span(from, until.isBefore(from) ? from : until);
    }

    /** Tells whether a day lies in the span. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Tells whether the span has no day at all. */
    public boolean isEmpty() {
        return until != null && !until.isAfter(from);
    }
}
