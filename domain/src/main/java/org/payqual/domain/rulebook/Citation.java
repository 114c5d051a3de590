package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/**
 * A rule that a rulebook states without a choice: it holds, and rests on these provisions.
 *
 * @param provisions at least one
 */
public record Citation(List<Provision> provisions) implements Cited {

    /** Copies the provisions. */
    public Citation {
        provisions = List.copyOf(provisions);
    }
}
