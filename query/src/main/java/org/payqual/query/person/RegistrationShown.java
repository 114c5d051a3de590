package org.payqual.query.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.person.RegistrationHeld;

/**
 * A registration as answers show it (TJ-17).
 *
 * @param institution where
 * @param from its first day
 * @param until the first day without it, by departure or termination; absent where none is known
 * @param content what it says on the day asked about
 */
public record RegistrationShown(
        String institution, LocalDate from, @Nullable LocalDate until, RegistrationContent content) {

    /** Shows a registration. */
    public static RegistrationShown of(RegistrationHeld held) {
        return new RegistrationShown(held.institution(), held.begun(), held.ends(), held.content());
    }
}
