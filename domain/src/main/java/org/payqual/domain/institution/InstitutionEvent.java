package org.payqual.domain.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.rulebook.InstitutionKind;

/** What is recorded of a contracted institution. */
public sealed interface InstitutionEvent extends Event {

    /**
     * The institution was designated; opens its stream.
     *
     * @param kind hospital or pharmacy (TJ-3)
     * @param publiclyOwned whether it is a public one (TJ-26.2)
     * @param region its insurance region, which decides the rulebook
     * @param agreementSigned the day on which its service agreement was signed (TJ-14)
     * @param chain the code of the chain it belongs to (TJ-31.1), where there is one
     */
    record Designated(
            InstitutionKind kind,
            boolean publiclyOwned,
            String region,
            LocalDate agreementSigned,
            @Nullable String chain)
            implements InstitutionEvent {}

    /**
     * The service agreement was renewed (TJ-10).
     *
     * @param signed the day of the signature
     */
    record AgreementRenewed(LocalDate signed) implements InstitutionEvent {}
}
