package org.payqual.domain.rulebook;

/** The two kinds of designated institutions (TJ-3). */
public enum InstitutionKind {
    /** A designated medical institution. */
    HOSPITAL,
    /** A designated retail pharmacy. */
    PHARMACY
}
