package org.payqual.domain.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;

/**
 * The holidays and make-up days of one year.
 *
 * @param id by which events name it, such as {@code china-2025}
 * @param sha256 of the file's bytes, in hex
 * @param year the calendar year
 * @param source the announcement that published it
 * @param replaces the id of the calendar of the same year that it takes the place of, where it does
 * @param holidays in the order of the file
 */
public record YearCalendar(
        String id,
        String sha256,
        int year,
        Text source,
        @Nullable String replaces,
        List<Holiday> holidays) {

    /** Copies the list. */
    public YearCalendar {
        holidays = List.copyOf(holidays);
    }
}
