package org.payqual.domain.rulebook;

/** The kinds of decisions against an institution or a licence on which scoring rests (TJ-24, 26, 27, 29). */
public enum HandlingKind {
    /** A penalty by the administrative department under the regulation (TJ-27.1, 29.1). */
    ADMINISTRATIVE_PENALTY,
    /** A handling by the agency under the service agreement (TJ-26.1). */
    AGREEMENT_HANDLING,
    /** A circular by the department (TJ-26.2). */
    CIRCULAR,
    /** A sanction by the authority of the profession (TJ-27.2, 29.2). */
    INDUSTRY_SANCTION
}
