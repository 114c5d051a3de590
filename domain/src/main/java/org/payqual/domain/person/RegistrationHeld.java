package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it holds on a day.
 *
 * @param institution where
 * @param recorded its place in the order of recording, which tells it from every other of the person
 * @param begun its first day
 * @param ends the first day without it; null if none is known
 * @param content what it says on that day
 */
public record RegistrationHeld(
        String institution,
        long recorded,
        LocalDate begun,
        @Nullable LocalDate ends,
        RegistrationContent content) {}
