package org.payqual.query.institution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.query.knowledge.KnownAt;

/**
 * What the ledger knows of an institution; its name is kept apart.
 *
 * @param code its national code
 * @param validAt the day asked about
 * @param reflects the state of the log
 * @param version the sequence number of the last event of the institution that the answer reflects
 * @param kind hospital or pharmacy (TJ-3)
 * @param publiclyOwned whether it is a public one (TJ-26.2)
 * @param region its insurance region, which decides the rulebook
 * @param agreementSigned when the agreement of that day was signed (TJ-14); absent on a day before the first one
 * @param chain the code of the chain it belongs to, where there is one (TJ-31.1)
 */
record InstitutionAnswer(
        String code,
        LocalDate validAt,
        KnownAt reflects,
        long version,
        InstitutionKind kind,
        boolean publiclyOwned,
        String region,
        @Nullable LocalDate agreementSigned,
        @Nullable String chain) {}
