package org.payqual.query.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.person.Span;

/**
 * The calendar year that a question asks about, up to a date and with it.
 *
 * @param year which
 * @param upTo the date; after the year the whole year counts, before it nothing does
 */
record Asking(int year, LocalDate upTo) {

    static final String YEAR = "自然年度，默认所问之日的年度 / the calendar year, by default that of the day asked about";

    private static final int FIRST = 2024;
    private static final int LAST = 2100;

    /**
     * Takes the year asked for, or that of the day.
     *
     * @throws ProblemException if nothing can have happened in it
     */
    static Asking of(@Nullable Integer year, LocalDate upTo) {
        if (year != null && (year < FIRST || year > LAST)) {
            throw new ProblemException(new Problem.Malformed(
                    "year-out-of-range",
                    "year",
                    "year 应在 " + FIRST + " 至 " + LAST + " 之间。",
                    "year must lie between " + FIRST + " and " + LAST + "."));
        }
        return new Asking(year == null ? upTo.getYear() : year, upTo);
    }

    /** Returns the days that count. */
    Span days() {
        return Span.ofYear(year, upTo);
    }

    /** Returns the day of the year whose law is asked for: the last that counts, or the first where none does. */
    LocalDate day() {
        LocalDate until = days().until();
        return until == null || days().isEmpty() ? days().from() : until.minusDays(1);
    }
}
