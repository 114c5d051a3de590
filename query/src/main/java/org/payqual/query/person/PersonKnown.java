package org.payqual.query.person;

import org.payqual.query.knowledge.KnownAt;

/**
 * A person of whom an answer can be given.
 *
 * @param id the person's id
 * @param version the sequence number of the last event of the person that the answer reflects
 * @param reflects the state of the log that the answer reflects
 */
public record PersonKnown(String id, long version, KnownAt reflects) {

    /** Returns the last log position that counts. */
    public long position() {
        return reflects.position();
    }
}
