package org.payqual.ops.identity;

import java.time.LocalDate;
import org.payqual.domain.identity.CitizenNumber;
import org.payqual.domain.identity.DocumentCheck;
import org.payqual.domain.identity.DocumentType;
import org.payqual.domain.identity.IdentityDocument;
import org.payqual.domain.identity.PersonName;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;

/** People who do not exist, and a clerk. */
final class Invented {

    static final Actor CLERK = new Actor("https://issuer.example", "clerk-1", Role.AGENCY, "A1");

    private Invented() {}

    /** Makes up a resident's card; other numbers give other cards, up to 999,999. */
    static IdentityDocument card(int number) {
        String first17 = "120101" + "19%02d0315".formatted(number / 1000 % 100) + "%03d".formatted(number % 1000);
        return document(DocumentType.RESIDENT_ID, first17 + CitizenNumber.checkDigit(first17));
    }

    static IdentityDocument document(DocumentType type, String number) {
        if (IdentityDocument.check(type, number, LocalDate.of(2026, 6, 30)) instanceof DocumentCheck.Passed passed) {
            return passed.document();
        }
        throw new IllegalArgumentException("not the number of such a document");
    }

    static PersonName name(String text) {
        return PersonName.of(text).orElseThrow();
    }
}
