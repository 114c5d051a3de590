package org.payqual.domain.rulebook;

/** What a person's standing can be on a day (TJ-21). */
public enum StandingKind {
    /** Registered, and no measure runs. */
    NORMAL,
    /** A suspension runs, or ran out without a restoration. */
    SUSPENDED,
    /** A termination runs, or ran out without a restoration. */
    TERMINATED,
    /** Nothing is registered and no measure runs. */
    UNREGISTERED
}
