package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked to be recorded of a restoration (TJ-36; CY-9, 13, 14). */
public sealed interface RestorationCommand extends PersonCommand {

    /** Returns the restoration's id. */
    String restoration();

    /** Returns the day of the step. */
    LocalDate date();

    /**
     * Requests a restoration.
     *
     * @param institution through which; null where the person asks directly
     * @param approved whether that institution approves
     */
    record Request(
            String restoration, LocalDate date, @Nullable String institution, boolean approved)
            implements RestorationCommand {}

    /** Records the district's review (CY-14). */
    record PreReview(
            String restoration,
            LocalDate date,
            boolean passed,
            @Nullable String reason) implements RestorationCommand {}

    /** Decides the restoration. */
    record Decide(
            String restoration,
            LocalDate date,
            boolean granted,
            @Nullable String reason) implements RestorationCommand {}
}
