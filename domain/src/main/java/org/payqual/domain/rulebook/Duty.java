package org.payqual.domain.rulebook;

/** What somebody has to do by a day. */
public enum Duty {
    /** The institution has its people commit themselves (TJ-14). */
    COMMITMENT,
    /** The institution reports on the commitments (TJ-14). */
    COMMITMENT_REPORT,
    /** The institution records that somebody left (TJ-20). */
    DEPARTURE,
    /** The institution sets the status after a scoring (TJ-22, 31). */
    STATUS_MAINTENANCE,
    /** The agency tells institution and person of a notice (TJ-34.1). */
    NOTICE,
    /** A party may appeal (TJ-34.2, CY-10). */
    APPEAL,
    /** The agency interviews (TJ-31.1). */
    INTERVIEW,
    /** The institution and the agency talk to the person (CY-9). */
    REMINDER_TALK,
    /** A circular in the institution or its chain (TJ-31.1). */
    CIRCULAR,
    /** A suspended person is trained (CY-9). */
    TRAINING,
    /** The district reviews a request for restoration (CY-14). */
    PRE_REVIEW,
    /** A person about to have served a term asks for restoration, and the agency decides (TJ-36, CY-13). */
    RESTORATION,
    /** The department writes to the regulators of the profession (TJ-39, CY-16). */
    LETTER,
    /** The regulators inform the department (TJ-39). */
    INFORMATION,
    /** The institution files its roster (CY-6). */
    ROSTER,
    /** The department reports to the national level (TJ-39). */
    NATIONAL_REPORT
}
