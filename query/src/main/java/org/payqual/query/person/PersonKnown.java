package org.payqual.query.person;

import org.jspecify.annotations.Nullable;
import org.payqual.query.knowledge.KnownAt;

/**
 * A person of whom an answer can be given.
 *
 * @param id the id of the person's record
 * @param version the sequence number of the last event of the record that the answer reflects
 * @param mergedInto the id of the record in which the person goes on, where this one was merged into it
 * @param reflects the state of the log that the answer reflects
 */
public record PersonKnown(String id, long version, @Nullable String mergedInto, KnownAt reflects) {

    /** Returns the last log position that counts. */
    public long position() {
        return reflects.position();
    }
}
