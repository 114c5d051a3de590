package org.payqual.domain.identity;

import java.time.Instant;

/** What can be said of a text of which an event carries the digest. */
public sealed interface Statement {

    /**
     * The text is kept.
     *
     * @param text in NFC
     * @param salt 64 hex digits; with the text it yields the digest
     * @param recordedAt when it was kept
     */
    record Kept(String text, String salt, Instant recordedAt) implements Statement {
        @Override
        public String toString() {
            return "Kept(text withheld)";
        }
    }

    /**
     * The text died with the person's key.
     *
     * @param at when
     */
    record Erased(Instant at) implements Statement {}

    /** The text is kept, but the key that could read it is lost. */
    record Unreadable() implements Statement {}

    /** No text of that digest is kept with that stream. */
    record Unknown() implements Statement {}
}
