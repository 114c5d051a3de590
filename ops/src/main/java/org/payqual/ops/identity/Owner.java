package org.payqual.ops.identity;

import java.util.UUID;
import org.payqual.domain.ledger.StreamType;

/**
 * Whose data a data key protects: a person, or another stream.
 *
 * @param text as it stands in the database, such as {@code person/<uuid>} or {@code institution/H1}
 */
record Owner(String text) {

    static Owner of(StreamType stream, String id) {
        return new Owner(stream.label() + "/" + id);
    }

    static Owner person(String id) {
        return of(StreamType.PERSON, id);
    }

    static Owner newPerson() {
        return person(UUID.randomUUID().toString());
    }

    boolean isPerson() {
        return text.startsWith(StreamType.PERSON.label() + "/");
    }

    /** Returns the stream's own id. */
    String id() {
        return text.substring(text.indexOf('/') + 1);
    }
}
