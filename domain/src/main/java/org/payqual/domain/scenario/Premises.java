package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Rulebook;

/**
 * An institution that takes part in a scenario.
 *
 * @param code its code
 * @param designation what is recorded of it
 */
public record Premises(String code, Designate designation) {

    /** Stands for the region of an institution of which a scenario says none. */
    static final String UNSAID = "";

    /** The region where a rulebook governs none, and what completes the prefix of one. */
    private static final String REGION = "120101";

    /** The day on which the agreement was signed where a scenario says none. */
    static final LocalDate AGREEMENT = LocalDate.of(2025, 1, 2);

    /** The institutions of every scenario: the public hospital H1 and the pharmacy P1. */
    static final List<Premises> USUAL =
            List.of(usual("H1", InstitutionKind.HOSPITAL, true), usual("P1", InstitutionKind.PHARMACY, false));

    private static Premises usual(String code, InstitutionKind kind, boolean publiclyOwned) {
        return new Premises(code, new Designate(kind, publiclyOwned, UNSAID, AGREEMENT, null));
    }

    /** Returns the institution with a region: where the scenario says none, one that the rulebook governs. */
    Premises under(Rulebook rulebook) {
        if (!designation.region().equals(UNSAID)) {
            return this;
        }
        String prefix = rulebook.regions().isEmpty() ? "" : rulebook.regions().getFirst();
        String region = prefix.length() < REGION.length() ? prefix + REGION.substring(prefix.length()) : prefix;
        return new Premises(
                code,
                new Designate(
                        designation.kind(),
                        designation.publiclyOwned(),
                        region,
                        designation.agreementSigned(),
                        designation.chain()));
    }
}
