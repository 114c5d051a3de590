package org.payqual.domain.inspection;

import java.time.LocalDate;

/** What may be asked to be recorded of an inspection. */
public sealed interface InspectionCommand {

    /** Opens an inspection of an institution on a day. */
    record Open(String institution, LocalDate opened) implements InspectionCommand {}

    /**
     * Corrects what was entered wrongly of the inspection.
     *
     * @param instead what should have been entered
     * @param date of the correction
     * @param reason digest of the reason
     */
    record Correct(Open instead, LocalDate date, String reason) implements InspectionCommand {}
}
