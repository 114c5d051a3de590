package org.payqual.ops.keys;

import org.payqual.ops.postgres.StartRefused;

/**
 * A key is missing, wrong or unsafely kept. The message says what to do, in a sentence for whoever runs the program.
 */
public final class KeyFault extends StartRefused {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** Entries depend on a key that is not there. */
        MISSING,
        /** The key that is there is another one than the entries depend on. */
        WRONG,
        /** The key's text cannot be read. */
        DAMAGED,
        /** Others may read the key. */
        EXPOSED,
        /** A first or next key is needed, and the program may not make it itself. */
        NONE_GIVEN,
        /** Entries are there, but not the register of their keys. */
        UNREGISTERED,
        /** A key was to be declared lost that is at hand or was never in use. */
        NOT_LOST,
        /** A key was to be taken into use that is not the next one of its purpose. */
        OUT_OF_ORDER
    }

    private final Kind kind;

    KeyFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Returns what is wrong. */
    public Kind kind() {
        return kind;
    }
}
