package org.payqual.domain.person;

/** Why someone no longer works at an institution (TJ-20). */
public enum DepartureReason {
    /** The employment or service contract ended. */
    CONTRACT_ENDED,
    /** Retirement. */
    RETIRED,
    /** Any other end of the work there. */
    OTHER
}
