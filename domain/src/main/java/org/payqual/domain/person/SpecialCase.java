package org.payqual.domain.person;

/**
 * What a service is said to be beyond the ordinary, so that it may be paid in a standing that pays nothing else
 * (TJ-21).
 */
public enum SpecialCase {
    /** Nothing. */
    NONE,
    /** An emergency or a rescue. */
    EMERGENCY,
    /** Another special case, for which the agency has stated its reason. */
    OTHER_WITH_REASON,
    /** Another special case, for which no reason is stated. */
    OTHER_WITHOUT_REASON
}
