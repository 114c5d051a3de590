package org.payqual.command.dispatch;

/** A stream shows that the key of digests was changed since those of an order were made; nothing is decided. */
final class DigestsOutdated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DigestsOutdated() {
        super("the key of digests was changed");
    }
}
