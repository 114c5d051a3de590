package org.payqual.domain.scenario;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * Whether a service is payable, as a world answers it.
 *
 * @param payable whether it is
 * @param rests the provision on which that rests, and those of the standing behind it
 */
public record Pay(boolean payable, List<Provision> rests) {

    /** Copies the provisions. */
    public Pay {
        rests = List.copyOf(rests);
    }
}
