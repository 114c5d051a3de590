package org.payqual.command.dispatch;

/** Two orders met at the same sequence of a stream; the other one is recorded, this one is not. */
public final class StreamCollision extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Tells where. The database's own words are left out: they could quote what was being recorded. */
    public StreamCollision(String stream, long sequence) {
        super("another order was recorded first, at " + stream + " " + sequence);
    }
}
