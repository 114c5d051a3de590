package org.payqual.domain.person;

/** Which column of the consequences gave a measure its term (TJ-31). */
public enum MeasureBasis {
    /** The points added up over the year. */
    ADDED_UP,
    /** The own points of one notice. */
    ONE_NOTICE
}
