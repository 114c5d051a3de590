package org.payqual.domain.person;

/** What the authority of the profession did to a person's licence (TJ-29.2, 38). */
public enum LicenceChange {
    /** Practice was suspended by order. */
    PRACTICE_SUSPENDED,
    /** The registration of the licence was cancelled. */
    REGISTRATION_CANCELLED,
    /** The licence or certificate was revoked. */
    LICENCE_REVOKED
}
