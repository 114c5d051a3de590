package org.payqual.domain.rulebook;

import java.util.List;
import java.util.Set;
import org.payqual.domain.ledger.Provision;

/**
 * The roles that people have at a kind of institution (TJ-3).
 *
 * @param roles their codes, such as {@code NURSING}
 * @param provisions that name them
 */
public record Roles(Set<String> roles, List<Provision> provisions) implements Cited {

    /** Copies both. */
    public Roles {
        roles = Ordered.set(roles);
        provisions = List.copyOf(provisions);
    }
}
