package org.payqual.domain.rulebook;

/** Who determines the responsibility of the people behind a handling (TJ-24, 30). */
public enum Determiner {
    /** The agency. */
    AGENCY,
    /** The administrative department. */
    DEPARTMENT
}
