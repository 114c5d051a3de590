package org.payqual.domain.person;

/**
 * Something that happened to a person and counts, each time it does, for the institution at which the acts were done
 * (CY-7; TJ-38).
 *
 * @param institution at which the acts of the notice were done
 * @param notice which it is or from which it follows
 * @param kind what happened
 */
public record Occurrence(String institution, String notice, Kind kind) {

    /** The kinds that are counted. */
    public enum Kind {
        /** A notice scored the person; it counts on the day of the handling. */
        SCORING,
        /**
         * A notice found an act of somebody who could have been registered there on its last day and was not, which is
         * a breach of the institution (TJ-3, 38); it counts on the day of the handling.
         */
        NOT_REGISTERED,
        /** A suspension; it counts on its first day. */
        SUSPENSION,
        /** A termination; it counts on its first day. */
        TERMINATION
    }
}
