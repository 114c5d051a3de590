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

    /**
     * A clerk's error was corrected: what the opening says is void and stays readable, and this holds in its place.
     *
     * @param entry the sequence number of the entry: the opening is the only one
     * @param date of the correction
     * @param instead what holds
     * @param reason digest of the reason
     */
    record EntryCorrected(long entry, LocalDate date, Opened instead, String reason) implements InspectionEvent {}
}
