package org.payqual.query.settlement.index;

import java.time.LocalDate;
import org.payqual.domain.person.SpecialCase;

/**
 * What is asked about one service.
 *
 * @param person the person's national code, or id in the ledger
 * @param institution code of the institution at which the service was given
 * @param day of the service
 * @param special what it is said to be beyond the ordinary
 */
public record Question(String person, String institution, LocalDate day, SpecialCase special) {}
