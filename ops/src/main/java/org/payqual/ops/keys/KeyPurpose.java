package org.payqual.ops.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is for; each purpose has keys of its own. The labels stand in file names and in the database. */
public enum KeyPurpose {
    /** Wraps the data keys of people and streams. */
    MASTER,
    /** Finds the holder of a document's number without keeping the number. */
    INDEX,
    /** Recognises repeated requests. */
    DIGEST,
    /** Signs, by Ed25519. */
    SIGNING;

    /** Returns the stored label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the purpose of a label. */
    public static Optional<KeyPurpose> of(String label) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.label().equals(label))
                .findFirst();
    }
}
