package org.payqual.command.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as offices write them, and as workbooks keep them. */
final class OfficeDates {

    private static final Pattern WRITTEN = Pattern.compile(
            "([0-9]{4})(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})[日号])(?:[ T]0{1,2}:00(?::00)?)?");
    private static final Pattern PACKED = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern COUNTED = Pattern.compile("[0-9]{5}");

    /** Day 0 as workbooks count from March 1900 on: they take 1900 for a leap year. */
    private static final LocalDate COUNTED_FROM = LocalDate.of(1899, 12, 30);

    private OfficeDates() {}

    /**
     * Reads a day: 2025-01-02, 2025/1/2, 2025.1.2, 2025年1月2日, 20250102, or the number by which a workbook keeps it.
     *
     * @return empty if it is none, has another time than midnight, or no such day exists
     */
    static Optional<LocalDate> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (written.matches()) {
            boolean chinese = written.group(3) == null;
            return day(written.group(1), written.group(chinese ? 5 : 3), written.group(chinese ? 6 : 4));
        }
        Matcher packed = PACKED.matcher(text);
        if (packed.matches()) {
            return day(packed.group(1), packed.group(2), packed.group(3));
        }
        return COUNTED.matcher(text).matches()
                ? Optional.of(COUNTED_FROM.plusDays(Long.parseLong(text)))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
