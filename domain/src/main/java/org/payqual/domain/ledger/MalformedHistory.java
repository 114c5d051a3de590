package org.payqual.domain.ledger;

/**
 * An event that cannot follow what was recorded before it. It stops the stream it stands in, loudly: a ledger never
 * passes over what it does not understand.
 */
public final class MalformedHistory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what does not follow, by codes and ids alone. */
    public MalformedHistory(String message) {
        super(message);
    }
}
