package org.payqual.domain.person;

/** Why a measure became milder or fell. */
public enum MeasureCause {
    /** A notice fell, or was adjusted, so that it no longer follows or follows more mildly (TJ-34.4). */
    NOTICE_CHANGED,
    /** Points were repaired (TJ-35). */
    REPAIRED,
    /** A correction of an entry brought it back, and it no longer follows as it stood (TJ-34.4). */
    ENTRY_CORRECTED
}
