package org.payqual.domain.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.InstitutionKind;

/** What may be asked to be recorded of an institution. */
public sealed interface InstitutionCommand {

    /** Makes an institution known with its service agreement (TJ-14). */
    record Designate(
            InstitutionKind kind,
            boolean publiclyOwned,
            String region,
            LocalDate agreementSigned,
            @Nullable String chain)
            implements InstitutionCommand {}

    /** Records that the service agreement was signed anew (TJ-10). */
    record RenewAgreement(LocalDate signed) implements InstitutionCommand {}
}
