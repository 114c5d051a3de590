package org.payqual.domain.person;

import java.time.LocalDate;

/**
 * A service commitment signed at an institution (TJ-14).
 *
 * @param institution where
 * @param date of the signature
 */
public record Commitment(String institution, LocalDate date) {}
