package org.payqual.projections.rebuild;

/** The rebuild was told to end; what it has written so far stays for the next time. */
public final class RebuildCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RebuildCancelled() {
        super("cancelled");
    }

    static void check(RebuildWatch watch) {
        if (watch.cancelled()) {
            throw new RebuildCancelled();
        }
    }
}
