package org.payqual.ops.keys;

import java.util.Locale;

/** How far a key is in use; the labels stand in the database. */
public enum KeyState {
    /** Used for whatever is written now. */
    ACTIVE,
    /** Followed by another, but still read: entries depend on it. */
    LEAVING,
    /** Declared lost while entries depended on it. */
    LOST,
    /** Nothing depends on it. */
    RETIRED;

    /** Returns the stored label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
