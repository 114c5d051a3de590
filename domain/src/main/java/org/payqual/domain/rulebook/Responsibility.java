package org.payqual.domain.rulebook;

/** The degree of a person's responsibility, ascending (TJ-30). */
public enum Responsibility {
    /** Took part in what happened. */
    GENERAL,
    /** Drove it. */
    IMPORTANT,
    /** Decided it. */
    PRIMARY
}
