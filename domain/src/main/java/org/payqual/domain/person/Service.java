package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The service of a notice on one party (TJ-34.1).
 *
 * @param notice which
 * @param to on whom
 * @param received the day of receipt
 * @param appealBy the last day for an appeal, where the notice states one
 */
public record Service(
        String notice,
        Party to,
        LocalDate received,
        @Nullable LocalDate appealBy) {}
