package org.payqual.domain.rulebook;

import java.util.List;
import org.payqual.domain.ledger.Provision;

/** A value of a rulebook together with the provisions on which it rests. */
public interface Cited {

    /** Returns every provision cited, at least one, the one that a decision names first. */
    List<Provision> provisions();

    /** Returns the provision that a decision or a refusal names. */
    default Provision provision() {
        return provisions().getFirst();
    }
}
