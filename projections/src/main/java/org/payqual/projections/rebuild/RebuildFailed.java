package org.payqual.projections.rebuild;

/** A rebuild broke off; its cause says why. What it has written so far stays for the next time. */
public final class RebuildFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildFailed(Throwable cause) {
        super("the rebuild broke off", cause);
    }
}
