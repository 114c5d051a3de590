package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Optional;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.rulebook.Rulebook;

/** What a decision about a person may look at besides that person: facts of other streams and the law adopted. */
public interface Facts {

    /** Returns an institution by its code. */
    Optional<Institution> institution(String code);

    /** Returns a handling by its id. */
    Optional<Handling> handling(String id);

    /**
     * Returns the rulebook that governs a region on a day: of the handling for substance, of the step for procedure.
     */
    Optional<Rulebook> governing(String region, LocalDate day);

    /** Returns the working days by the calendars adopted. */
    WorkingDays workingDays();

    /** Returns an adopted rulebook by its id. */
    Optional<Rulebook> rulebook(String id);
}
