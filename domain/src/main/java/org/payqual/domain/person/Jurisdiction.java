package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Optional;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.rulebook.Rulebook;

/** Which law governs where: the institutions with their regions, the rulebooks and the calendars adopted. */
public interface Jurisdiction {

    /** Returns an institution by its code. */
    Optional<Institution> institution(String code);

    /**
     * Returns the rulebook that governs a region on a day: of the handling for substance, of the step for procedure.
     */
    Optional<Rulebook> governing(String region, LocalDate day);

    /** Returns the working days by the calendars adopted. */
    WorkingDays workingDays();
}
