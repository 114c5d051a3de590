package org.payqual.command.handling;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.rulebook.HandlingKind;

/** Who enters which handlings. */
public final class Entering {

    private Entering() {}

    /**
     * Tells whether somebody may enter a handling of a kind: the department enters its penalties, the agency its
     * handlings under the agreement (TJ-24); a circular or a sanction is entered by whoever learns of it.
     */
    public static boolean mayEnter(Actor caller, HandlingKind kind) {
        return switch (kind) {
            case ADMINISTRATIVE_PENALTY -> caller.role() == Role.DEPARTMENT;
            case AGREEMENT_HANDLING -> caller.role() == Role.AGENCY;
            case CIRCULAR, INDUSTRY_SANCTION -> true;
        };
    }

    /**
     * Tells who made a handling: whoever enters a penalty or an agreement handling; of others nobody knows who did.
     *
     * @return the code of the caller's office, or null
     */
    public static @Nullable String madeBy(Actor caller, HandlingKind kind) {
        return switch (kind) {
            case ADMINISTRATIVE_PENALTY, AGREEMENT_HANDLING -> caller.organisation();
            case CIRCULAR, INDUSTRY_SANCTION -> null;
        };
    }
}
