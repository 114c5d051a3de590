package org.payqual.domain.handling;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;

/** What may be asked to be recorded of a handling. */
public sealed interface HandlingCommand {

    /**
     * Records a handling made on a day against an institution after an inspection (TJ-24).
     *
     * @param madeBy the code of the department or agency that made it; null where whoever enters it did not
     */
    record Decide(
            String inspection,
            String institution,
            HandlingKind kind,
            LocalDate date,
            @Nullable String madeBy) implements HandlingCommand {}

    /**
     * Records that the handling was overturned.
     *
     * @param date on which
     * @param by who has it recorded: after a penalty the department, after an agreement handling the agency (TJ-24, 30)
     * @param reason the digest of the reason stated
     */
    record Overturn(LocalDate date, Determiner by, @Nullable String reason) implements HandlingCommand {}
}
