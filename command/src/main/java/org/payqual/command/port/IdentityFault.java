package org.payqual.command.port;

/** An identity or a text cannot be had. Says why by a kind and ids alone, never with a name, a number or a text. */
public final class IdentityFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be had. */
    public enum Kind {
        /** The person was erased. */
        ERASED,
        /** No person has that id. */
        UNKNOWN,
        /** A key is lost or not at hand; the operator is needed. */
        KEY_MISSING,
        /** The index of documents is being rebuilt after the loss of its key; it passes. */
        INDEX_REBUILDING
    }

    private final Kind kind;

    /** Creates the fault. */
    public IdentityFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns why. */
    public Kind kind() {
        return kind;
    }
}
