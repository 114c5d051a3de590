package org.payqual.domain.person;

import java.time.LocalDate;
import org.payqual.domain.ledger.Provision;

/**
 * A time under key supervision (TJ-31.1).
 *
 * @param notice from which it follows
 * @param from the day of that notice's handling
 * @param until the first day of the next year
 * @param provision of the consequence
 */
public record KeySupervision(String notice, LocalDate from, LocalDate until, Provision provision) {}
