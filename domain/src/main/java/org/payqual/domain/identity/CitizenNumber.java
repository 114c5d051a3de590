package org.payqual.domain.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The number of 18 places of GB 11643-1999: region (6 digits), date of birth (8), order (3) and a check digit by ISO
 * 7064 MOD 11-2. Citizens' cards, the residence permits of residents of Hong Kong, Macau and Taiwan, and foreigners'
 * cards since 2023 share it; they differ in the region.
 */
public final class CitizenNumber {

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

    private static final LocalDate LATEST_BIRTH = LocalDate.of(2100, 12, 31);

    /** The first two digits of GB/T 2260 that citizens' cards can carry. Counties come and go, provinces stay. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71");

    private CitizenNumber() {}

    /**
     * Works out the check digit.
     *
     * @param first17 the 17 digits before it
     * @return a digit or {@code X}
     */
    public static char checkDigit(CharSequence first17) {
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += WEIGHTS[place] * (first17.charAt(place) - '0');
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    /**
     * Tells whether a citizen's number stands somewhere in a text: 18 places with a province, a day of the calendar and
     * the right check digit, which a number of another kind has by chance once in some thousands.
     */
    public static boolean standsIn(String text) {
        String capitals = text.toUpperCase(Locale.ROOT);
        return IntStream.rangeClosed(0, capitals.length() - LENGTH)
                .mapToObj(from -> capitals.substring(from, from + LENGTH))
                .anyMatch(it -> FORM.matcher(it).matches()
                        && (PROVINCES.contains(it.substring(0, 2)) || ownerOfRegion(it) != DocumentType.RESIDENT_ID)
                        && isBirthDate(it.substring(6, 14), LATEST_BIRTH)
                        && it.charAt(LENGTH - 1) == checkDigit(it.substring(0, LENGTH - 1)));
    }

    /** Finds the first fault of a canonical number of the given type, region included. */
    static Optional<DocumentFault> fault(DocumentType type, String number, LocalDate today) {
        if (type == DocumentType.RESIDENT_ID && number.matches("[0-9]{15}")) {
            return Optional.of(DocumentFault.FIRST_GENERATION);
        }
        if (number.length() != LENGTH) {
            return Optional.of(DocumentFault.LENGTH);
        }
        if (!FORM.matcher(number).matches()) {
            return Optional.of(DocumentFault.FORM);
        }
        DocumentType owner = ownerOfRegion(number);
        if (owner == DocumentType.RESIDENT_ID && !PROVINCES.contains(number.substring(0, 2))) {
            return Optional.of(DocumentFault.REGION);
        }
        if (owner != type) {
            return Optional.of(DocumentFault.OTHER_TYPE);
        }
        if (!isBirthDate(number.substring(6, 14), today)) {
            return Optional.of(DocumentFault.BIRTH_DATE);
        }
        return checkDigit(number) == number.charAt(17) ? Optional.empty() : Optional.of(DocumentFault.CHECK_DIGIT);
    }

    private static DocumentType ownerOfRegion(String number) {
        return switch (number.substring(0, 6)) {
            case "810000", "820000" -> DocumentType.HK_MACAU_RESIDENCE_PERMIT;
            case "830000" -> DocumentType.TAIWAN_RESIDENCE_PERMIT;
            default -> number.charAt(0) == '9' ? DocumentType.FOREIGN_PERMANENT_RESIDENCE : DocumentType.RESIDENT_ID;
        };
    }

    private static boolean isBirthDate(String digits, LocalDate today) {
        try {
            LocalDate born = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return !born.isBefore(EARLIEST_BIRTH) && !born.isAfter(today);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
