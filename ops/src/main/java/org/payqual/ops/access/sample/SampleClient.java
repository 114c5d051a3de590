package org.payqual.ops.access.sample;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.RoleNames;

/**
 * One client of the sample's issuer for each role.
 *
 * @param role the role it has
 * @param id its name at the issuer
 * @param organisation for whom it acts unless it asks otherwise
 */
record SampleClient(Role role, String id, @Nullable String organisation) {

    /** A person that no ledger knows, for whoever does not say which. */
    static final String SOMEONE = "00000000-0000-4000-8000-000000000000";

    /** Gives the client of a role. */
    static SampleClient of(Role role) {
        String organisation = switch (role) {
            case AGENCY -> "sample-agency-office";
            case DEPARTMENT -> "sample-department-office";
            case INSTITUTION -> "H1";
            case PERSON, AUDITOR, SETTLEMENT, RULEBOOK_KEEPER -> null;
        };
        return new SampleClient(role, "sample-" + RoleNames.written(role), organisation);
    }
}
