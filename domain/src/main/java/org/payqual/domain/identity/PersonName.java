package org.payqual.domain.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's name in canonical form, by which two spellings of one name are equal. Printing it shows nothing.
 *
 * @param text the name: NFC, single spaces, the middle dot as U+00B7
 */
public record PersonName(String text) {

    /** The greatest length, in characters as people count them. */
    public static final int MOST_CHARACTERS = 100;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");
    private static final Pattern MIDDLE_DOTS = Pattern.compile("[\\u2022\\u2027\\u2219\\u22C5\\u30FB\\uFF0E\\uFF65]");
    private static final String MARKS_IN_NAMES = " ·-'’.,()";
    private static final Pattern MARKS = Pattern.compile("[ ·\\-'’.,()]");

    /**
     * Takes a name that was checked before, such as one read back from where it is kept.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public PersonName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a name is blank");
        }
    }

    /**
     * Brings a name into canonical form. Rare characters outside the common planes and private-use ones are kept: names
     * contain them.
     *
     * @param typed the name as somebody wrote it
     * @return empty if it is blank, too long, or holds digits, control characters or symbols
     */
    public static Optional<PersonName> of(String typed) {
        String dotted = MIDDLE_DOTS.matcher(typed).replaceAll("·");
        String name =
                Normalizer.normalize(SPACES.matcher(dotted).replaceAll(" ").strip(), Normalizer.Form.NFC);
        boolean fits = !name.isEmpty() && name.codePointCount(0, name.length()) <= MOST_CHARACTERS;
        return fits
                        && name.codePoints().anyMatch(PersonName::isLetter)
                        && name.codePoints().allMatch(PersonName::belongs)
                ? Optional.of(new PersonName(name))
                : Optional.empty();
    }

    /**
     * Tells whether two spellings can be one person's: capitals, spaces and marks between names do not count, for
     * foreigners' names are written now one way, now the other.
     */
    public boolean agreesWith(PersonName other) {
        return bare(text).equals(bare(other.text));
    }

    private static String bare(String name) {
        return MARKS.matcher(name).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static boolean belongs(int character) {
        return isLetter(character) || isMark(character) || MARKS_IN_NAMES.indexOf(character) >= 0;
    }

    private static boolean isLetter(int character) {
        int kind = Character.getType(character);
        boolean rare = kind == Character.PRIVATE_USE || (kind == Character.UNASSIGNED && character >= 0x20000);
        return Character.isLetter(character) || Character.isIdeographic(character) || rare;
    }

    private static boolean isMark(int character) {
        int kind = Character.getType(character);
        return kind == Character.NON_SPACING_MARK || kind == Character.COMBINING_SPACING_MARK;
    }

    @Override
    public String toString() {
        return "(name withheld)";
    }
}
