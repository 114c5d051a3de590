package org.payqual.query.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The dates that the API accepts: ISO {@code YYYY-MM-DD}, from the year in which the system of payment qualification
 * began to the end of the century.
 *
 * @param first the first date accepted
 * @param last the last date accepted
 */
public record DatesAccepted(LocalDate first, LocalDate last) {

    /** Those of every question and, unless a field says otherwise, of every entry. */
    public static final DatesAccepted USUAL = new DatesAccepted(LocalDate.of(2024, 1, 1), LocalDate.of(2100, 12, 31));

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    /** Accepts dates from another first day on. */
    public DatesAccepted from(LocalDate otherFirst) {
        return new DatesAccepted(otherFirst, last);
    }

    /** Reads a date, or nothing where the text is not one of the dates accepted. */
    public Optional<LocalDate> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text, STRICT);
            return date.isBefore(first) || date.isAfter(last) ? Optional.empty() : Optional.of(date);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
