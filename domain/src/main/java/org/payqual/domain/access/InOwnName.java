package org.payqual.domain.access;

import org.payqual.domain.ledger.Actor;

/** A request that says who said or did something, so that callers speak for whom they stand and for nobody else. */
public interface InOwnName {

    /** Tells whether the caller may say this. */
    boolean maySay(Actor caller);
}
