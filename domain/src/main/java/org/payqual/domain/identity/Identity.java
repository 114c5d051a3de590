package org.payqual.domain.identity;

import java.time.Instant;

/** What can be said of who a person id stands for. */
public sealed interface Identity {

    /**
     * The identity is kept.
     *
     * @param version from 1; a correction or a new document makes the next
     * @param name the name of that version
     * @param document the document of that version
     * @param recordedAt when the version was written
     */
    record Known(int version, PersonName name, IdentityDocument document, Instant recordedAt) implements Identity {}

    /**
     * The identity was erased: the key that could read it is destroyed.
     *
     * @param at when
     */
    record Erased(Instant at) implements Identity {}

    /** The identity is kept, but the key that could read it is lost. */
    record Unreadable() implements Identity {}

    /** No person has that id. */
    record Unknown() implements Identity {}
}
