package org.payqual.projections.log;

import org.payqual.domain.ledger.MalformedHistory;

/** The event at a number of the event table cannot be sealed. */
final class UnsealableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long globalIndex;

    UnsealableEvent(long globalIndex, MalformedHistory reason) {
        super(reason.getMessage(), reason);
        this.globalIndex = globalIndex;
    }

    long globalIndex() {
        return globalIndex;
    }

    /** Return why, without anything of the event's content. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
