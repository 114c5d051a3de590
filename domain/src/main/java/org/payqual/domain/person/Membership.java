package org.payqual.domain.person;

/**
 * That a person counts among an institution's people on a day (TJ-33). Somebody terminated does so to the end of the
 * year; see {@link Person#counted}.
 *
 * @param institution which
 * @param underMeasure whether a measure's own term covers the day
 */
public record Membership(String institution, boolean underMeasure) {}
