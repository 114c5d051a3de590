package org.payqual.domain.inspection;

import java.time.LocalDate;
import org.payqual.domain.ledger.Event;

/** What is recorded of an inspection. */
public sealed interface InspectionEvent extends Event {

    /**
     * An inspection was opened; opens its stream.
     *
     * @param institution the institution at which it was opened; handlings against others may come from it too
     * @param opened on which day
     */
    record Opened(String institution, LocalDate opened) implements InspectionEvent {}
}
