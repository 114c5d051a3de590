package org.payqual.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class CitizenNumberProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final String PLACES = "0123456789X";

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> regions =
                Arbitraries.of("110101", "120101", "310115", "441900", "460003", "500101", "659001");
        Arbitrary<LocalDate> births = Arbitraries.longs()
                .between(LocalDate.of(1900, 1, 1).toEpochDay(), TODAY.toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(regions, births, Arbitraries.integers().between(0, 999))
                .as((region, born, order) -> numbered(region, born.format(DateTimeFormatter.BASIC_ISO_DATE), order));
    }

    private static String numbered(String region, String born, int order) {
        String first17 = region + born + "%03d".formatted(order);
        return first17 + CitizenNumber.checkDigit(first17);
    }

    private static DocumentCheck check(String number) {
        return IdentityDocument.check(DocumentType.RESIDENT_ID, number, TODAY);
    }

    @Property
    void acceptsEveryRightNumberAndKeepsItAsItIs(@ForAll("numbers") String number) {
        assertThat(check(number))
                .isEqualTo(new DocumentCheck.Passed(new IdentityDocument(DocumentType.RESIDENT_ID, number)));
    }

    /** Also among letters, and with a small x. */
    @Property
    void isFoundWhereverItStands(
            @ForAll("numbers") String number,
            @ForAll @CharRange(from = 'A', to = 'Z') @StringLength(max = 5) String before,
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(max = 5) String after) {
        assertThat(CitizenNumber.standsIn(before + number.toLowerCase(Locale.ROOT) + after))
                .isTrue();
        assertThat(CitizenNumber.standsIn(number.substring(1))).isFalse();
    }

    /** What stands beside it may happen to complete a number, so the digits alone are tried. */
    @Property
    void isNotSeenWhereOnePlaceIsWrong(@ForAll("numbers") String number, @ForAll @IntRange(max = 16) int place) {
        char put = (char) ('0' + (number.charAt(place) - '0' + 1) % 10);
        assertThat(CitizenNumber.standsIn(number.substring(0, place) + put + number.substring(place + 1)))
                .isFalse();
        assertThat(CitizenNumber.standsIn("TJ-2025-0117-P1")).isFalse();
        assertThat(CitizenNumber.standsIn("")).isFalse();
    }

    /** MOD 11-2 with a check place finds every single wrong place. */
    @Property
    void refusesOneWrongPlace(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(max = 10) int wrong) {
        char put = PLACES.charAt(place == 17 ? wrong : wrong % 10);
        Assume.that(put != number.charAt(place));
        String typo = number.substring(0, place) + put + number.substring(place + 1);
        assertThat(check(typo)).isInstanceOf(DocumentCheck.Failed.class);
    }

    /** It also finds every swap of two digits that differ, unless they stand ten places apart and weigh the same. */
    @Property
    void refusesTwoDigitsSwapped(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 16) int one,
            @ForAll @IntRange(max = 16) int other) {
        Assume.that(number.charAt(one) != number.charAt(other) && Math.abs(one - other) != 10);
        StringBuilder swapped = new StringBuilder(number);
        swapped.setCharAt(one, number.charAt(other));
        swapped.setCharAt(other, number.charAt(one));
        assertThat(check(swapped.toString())).isInstanceOf(DocumentCheck.Failed.class);
    }

    /** ISO 7064: the digits weighed by powers of two, the check place with 1, leave 1 when divided by 11. */
    @Property
    void checkDigitAgreesWithTheStandardsOwnFormula(
            @ForAll @StringLength(17) @CharRange(from = '0', to = '9') String first17) {
        int remainder = 0;
        for (char digit : (first17 + CitizenNumber.checkDigit(first17)).toCharArray()) {
            remainder = (remainder * 2 + (digit == 'X' ? 10 : digit - '0')) % 11;
        }
        assertThat(remainder).isEqualTo(1);
    }

    @Property
    void refusesDaysThatDoNotExistOrHaveNotCome(
            @ForAll @IntRange(min = 1800, max = 2199) int year,
            @ForAll @IntRange(max = 19) int month,
            @ForAll @IntRange(max = 39) int day) {
        String digits = "%04d%02d%02d".formatted(year, month, day);
        boolean possible =
                isDay(digits) && year >= 1900 && !LocalDate.of(year, month, day).isAfter(TODAY);
        assertThat(check(numbered("120101", digits, 7)))
                .isEqualTo(
                        possible
                                ? new DocumentCheck.Passed(
                                        new IdentityDocument(DocumentType.RESIDENT_ID, numbered("120101", digits, 7)))
                                : new DocumentCheck.Failed(DocumentFault.BIRTH_DATE));
    }

    private static boolean isDay(String digits) {
        int year = Integer.parseInt(digits.substring(0, 4));
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6));
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        List<Integer> days = List.of(31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);
        return month >= 1 && month <= 12 && day >= 1 && day <= days.get(month - 1);
    }

    @Property
    void understandsHowPeopleTypeIt(@ForAll("numbers") String number) {
        String fullWidth = number.chars()
                .map(place -> place - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String spaced = " " + number.substring(0, 6) + "\u3000" + number.substring(6, 14) + " " + number.substring(14);
        assertThat(List.of(check(fullWidth), check(spaced), check(number.toLowerCase(java.util.Locale.ROOT))))
                .containsOnly(check(number));
    }

    @Property
    void whatPassesOncePassesAgainAsItIs(
            @ForAll("travellers") String typed, @ForAll boolean renewed, @ForAll DocumentType type) {
        DocumentCheck once = IdentityDocument.check(type, renewed ? typed + "01" : typed, TODAY);
        if (once instanceof DocumentCheck.Passed passed) {
            assertThat(IdentityDocument.check(type, passed.document().number(), TODAY))
                    .isEqualTo(once);
        }
    }

    @Provide
    Arbitrary<String> travellers() {
        Arbitrary<String> starts = Arbitraries.of("H", "m", "HA", "", "CHE-", "can", "CAN");
        return Combinators.combine(
                        starts, Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(12))
                .as(String::concat);
    }

    @Property
    void neverFallsOverWhateverIsTyped(@ForAll String typed, @ForAll DocumentType type) {
        assertThat(IdentityDocument.check(type, typed, TODAY)).isNotNull();
    }
}
