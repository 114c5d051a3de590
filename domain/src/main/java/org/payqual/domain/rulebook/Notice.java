package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * How a scoring notice is told to institution and person (TJ-34.1).
 *
 * @param tellWorkingDays within how many working days
 * @param provisions on which it rests
 */
public record Notice(int tellWorkingDays, List<Provision> provisions) implements Cited {

    /** Copies the provisions. */
    public Notice {
        provisions = List.copyOf(provisions);
    }
}
