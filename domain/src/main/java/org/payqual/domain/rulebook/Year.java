package org.payqual.domain.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/**
 * How points add up over the calendar year of the handlings (TJ-25).
 *
 * @param cap above which the total does not rise, where there is one
 * @param provisions on which it rests
 */
public record Year(@Nullable Integer cap, List<Provision> provisions) implements Cited {

    /** Copies the provisions. */
    public Year {
        provisions = List.copyOf(provisions);
    }
}
