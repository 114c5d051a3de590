package org.payqual.query.redress;

import java.time.LocalDate;
import java.util.Optional;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.person.Jurisdiction;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.query.settlement.Folded;

/**
 * Which law governed where, as known at a position.
 *
 * @param folded where institutions and law are folded
 * @param position as known at which
 */
record JurisdictionThen(Folded folded, long position) implements Jurisdiction {

    @Override
    public Optional<Institution> institution(String code) {
        return folded.institution(code, position);
    }

    @Override
    public Optional<Rulebook> governing(String region, LocalDate day) {
        return folded.law(position).rulebooks().governing(region, day).rulebook();
    }

    @Override
    public WorkingDays workingDays() {
        return folded.law(position).calendars();
    }
}
