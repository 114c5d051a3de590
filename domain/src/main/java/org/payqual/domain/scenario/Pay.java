package org.payqual.domain.scenario;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * Whether a service is payable, as a world answers it.
 *
 * @param payable whether it is
 * @param provision on which that rests
 * @param behind the provisions of the standing behind it, and of the registration there
 */
public record Pay(boolean payable, Provision provision, List<Provision> behind) {

    /** Copies the provisions behind it. */
    public Pay {
        behind = List.copyOf(behind);
    }
}
