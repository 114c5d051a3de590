package org.payqual.domain.identity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of the numbers of each type of document, and what of them identifies the holder. */
final class NumberForms {

    /** One letter and the lifelong number; up to 2013 two digits counted the renewals. Since 2024 HA and MA exist. */
    private static final Pattern HK_MACAU = Pattern.compile("([HM][0-9A]\\d{7})(\\d{2})?");
    /** The lifelong number; up to 2015 two digits counted the renewals and a letter named the issuing office. */
    private static final Pattern TAIWAN = Pattern.compile("(\\d{8})(\\d{2}(\\([A-Z]\\)|[A-Z])?)?");

    private static final Pattern FOREIGNER_BEFORE_2023 = Pattern.compile("([A-Z]{3})\\d{12}");
    private static final Pattern PASSPORT = Pattern.compile("([A-Z]{3})-[A-Z0-9]{5,15}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Set<String> STATES = issuingStates();

    private NumberForms() {}

    static DocumentCheck check(DocumentType type, String typed, LocalDate today) {
        String number = canonical(typed);
        if (number.isEmpty()) {
            return new DocumentCheck.Failed(DocumentFault.MISSING);
        }
        return switch (type) {
            case RESIDENT_ID, HK_MACAU_RESIDENCE_PERMIT, TAIWAN_RESIDENCE_PERMIT ->
                result(type, number, CitizenNumber.fault(type, number, today));
            case FOREIGN_PERMANENT_RESIDENCE -> foreigner(number, today);
            case HK_MACAU_TRAVEL_PERMIT -> lifelong(type, HK_MACAU.matcher(number));
            case TAIWAN_TRAVEL_PERMIT -> lifelong(type, TAIWAN.matcher(number));
            case PASSPORT -> passport(number);
        };
    }

    /** Full-width digits and letters become ASCII, spaces go, letters are capitals; nothing else is guessed at. */
    private static String canonical(String typed) {
        String ascii = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return SPACES.matcher(ascii).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static DocumentCheck foreigner(String number, LocalDate today) {
        DocumentType type = DocumentType.FOREIGN_PERMANENT_RESIDENCE;
        Matcher before = FOREIGNER_BEFORE_2023.matcher(number);
        if (!before.matches()) {
            return result(type, number, CitizenNumber.fault(type, number, today));
        }
        return STATES.contains(before.group(1))
                ? new DocumentCheck.Passed(new IdentityDocument(type, number))
                : new DocumentCheck.Failed(DocumentFault.REGION);
    }

    /** Renewals leave the lifelong number as it is, so that it alone makes two permits the same person's. */
    private static DocumentCheck lifelong(DocumentType type, Matcher number) {
        return number.matches()
                ? new DocumentCheck.Passed(new IdentityDocument(type, number.group(1)))
                : new DocumentCheck.Failed(DocumentFault.FORM);
    }

    private static DocumentCheck passport(String number) {
        Matcher passport = PASSPORT.matcher(number);
        if (!passport.matches()) {
            return new DocumentCheck.Failed(
                    number.matches("[A-Z]{3}-.*") ? DocumentFault.FORM : DocumentFault.ISSUING_STATE);
        }
        return STATES.contains(passport.group(1))
                ? new DocumentCheck.Passed(new IdentityDocument(DocumentType.PASSPORT, number))
                : new DocumentCheck.Failed(DocumentFault.ISSUING_STATE);
    }

    private static DocumentCheck result(DocumentType type, String number, Optional<DocumentFault> fault) {
        return fault.<DocumentCheck>map(DocumentCheck.Failed::new)
                .orElseGet(() -> new DocumentCheck.Passed(new IdentityDocument(type, number)));
    }

    /** ISO 3166 and what ICAO 9303 adds to it for travel documents: British classes, bodies, refugees, Kosovo. */
    private static Set<String> issuingStates() {
        Set<String> states = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));
        states.addAll(Set.of("GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "EUE", "UNO", "UNA", "UNK"));
        states.addAll(Set.of("XXA", "XXB", "XXC", "XXX", "XOM", "XPO"));
        return Set.copyOf(states);
    }
}
