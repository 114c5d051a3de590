package org.payqual.domain.inspection;

import java.time.LocalDate;

/** What may be asked to be recorded of an inspection. */
public sealed interface InspectionCommand {

    /** Opens an inspection of an institution on a day. */
    record Open(String institution, LocalDate opened) implements InspectionCommand {}
}
