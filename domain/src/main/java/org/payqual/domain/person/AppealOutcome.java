package org.payqual.domain.person;

/** How an appeal ends (TJ-34.4). */
public enum AppealOutcome {
    /** The score stands. */
    UPHELD,
    /** The score becomes lower. */
    ADJUSTED,
    /** The score falls. */
    REVOKED
}
