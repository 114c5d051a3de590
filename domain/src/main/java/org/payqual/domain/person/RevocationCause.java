package org.payqual.domain.person;

/** Why a score falls. */
public enum RevocationCause {
    /** The handling on which it rested was overturned. */
    HANDLING_OVERTURNED,
    /** An appeal against it succeeded (TJ-34.4). */
    APPEAL,
    /** Its entry was a clerk's error. */
    ENTRY_CORRECTED
}
