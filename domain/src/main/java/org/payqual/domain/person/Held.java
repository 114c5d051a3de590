package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds on every day of a half-open span.
 *
 * @param from the first day; null if it holds as far back as one asks
 * @param until the first day on which it no longer holds; null if it has no end
 * @param value what holds
 * @param <T> the kind of thing
 */
public record Held<T>(@Nullable LocalDate from, @Nullable LocalDate until, T value) {

    /** Tells whether it holds on a day. */
    public boolean on(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /** Tells whether it holds on any day of a span. */
    public boolean within(Span span) {
        LocalDate end = span.until();
        return !span.isEmpty()
                && (from == null || end == null || from.isBefore(end))
                && (until == null || until.isAfter(span.from()));
    }
}
