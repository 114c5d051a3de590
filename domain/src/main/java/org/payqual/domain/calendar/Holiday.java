package org.payqual.domain.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.payqual.domain.file.Text;

/**
 * A holiday of a year, as published.
 *
 * @param name of the holiday
 * @param from its first free day
 * @param to its last free day
 * @param makeUpDays days of a weekend that are worked for it
 */
public record Holiday(Text name, LocalDate from, LocalDate to, List<LocalDate> makeUpDays) {

    /** Copies the list. */
    public Holiday {
        makeUpDays = List.copyOf(makeUpDays);
    }

    /** Returns its free days, those of a weekend among them. */
    public Stream<LocalDate> freeDays() {
        return from.datesUntil(to.plusDays(1));
    }
}
