package org.payqual.domain.identity;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * An identity document: its type and its number in canonical form, by which two spellings of one number are equal.
 * Printing it shows the type alone.
 *
 * @param type the type
 * @param number in canonical form: ASCII capitals, digits and, in passports, one hyphen; 5 to 32 places
 */
public record IdentityDocument(DocumentType type, String number) {

    private static final Pattern CANONICAL = Pattern.compile("[A-Z0-9-]{5,32}");

    /**
     * Takes a number that was checked before, such as one read back from where it is kept.
     *
     * @throws IllegalArgumentException if the number is not in canonical form
     */
    public IdentityDocument {
        if (!CANONICAL.matcher(number).matches()) {
            throw new IllegalArgumentException("a document's number is not in canonical form");
        }
    }

    /**
     * Checks a number as somebody typed it and brings it into canonical form.
     *
     * @param type the type of the document
     * @param typed the number; spaces, full-width and small letters are understood
     * @param today the day of the check, after which nobody can be born
     */
    public static DocumentCheck check(DocumentType type, String typed, LocalDate today) {
        return NumberForms.check(type, typed, today);
    }

    @Override
    public String toString() {
        return type + " (number withheld)";
    }
}
