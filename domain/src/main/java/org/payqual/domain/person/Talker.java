package org.payqual.domain.person;

/** Who holds a reminder talk (CY-9). */
public enum Talker {
    /** The institution. */
    INSTITUTION,
    /** The agency. */
    AGENCY
}
