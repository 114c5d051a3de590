package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Optional;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.scenario.Playing;

/** Facts of a world with one person, under the rules of Tianjin alone, without a calendar. */
public interface TianjinAlone extends Facts {

    @Override
    default Optional<Person> person(String id) {
        return Optional.empty();
    }

    @Override
    default Optional<Rulebook> governing(String region, LocalDate day) {
        return Optional.of(Playing.TIANJIN);
    }

    @Override
    default WorkingDays workingDays() {
        return WorkingDays.none();
    }

    @Override
    default Optional<Rulebook> rulebook(String id) {
        return Optional.of(Playing.TIANJIN);
    }
}
