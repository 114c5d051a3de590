package org.payqual.domain.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/**
 * How a scoring notice is told to institution and person (TJ-34.1, CY-9).
 *
 * @param tellWorkingDays within how many working days; null where it is told without delay, and none is stated
 * @param provisions on which it rests
 */
public record Notice(@Nullable Integer tellWorkingDays, List<Provision> provisions) implements Cited {

    /** Copies the provisions. */
    public Notice {
        provisions = List.copyOf(provisions);
    }
}
