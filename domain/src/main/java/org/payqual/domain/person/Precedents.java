package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.payqual.domain.rulebook.Circumstance;
import org.payqual.domain.rulebook.Repeats;
import org.payqual.domain.rulebook.Rulebook;

/**
 * The notices after which an act counts as repeated (TJ-28.2).
 *
 * @param person whose notices are looked at
 * @param year in which the repetition is scored
 * @param inspection that found the repetition; its own notices are no precedents
 */
record Precedents(Person person, int year, String inspection) {

    /** Finds a notice in force after which an act of a kind, last done on a day, is a repetition. */
    Optional<Notice> of(String violation, LocalDate lastDay, Repeats repeats) {
        return person.notices().values().stream()
                .filter(Notice::inForce)
                .filter(it -> it.year() == year)
                .filter(it -> !it.inspection().equals(inspection))
                .filter(it -> it.date().isBefore(lastDay))
                .filter(it -> it.findings().stream()
                        .anyMatch(found -> found.violation().equals(violation) && repeats.covers(found.circumstance())))
                .findFirst();
    }

    /**
     * Tells since which place in the order of recording a notice's finding of a repetition has no precedent left, so
     * that the finding stands until re-determined and its appeal period is open again. Empty where it has one, or needs
     * none.
     */
    static OptionalLong fallenFor(Person person, Notice notice, Rulebook rulebook) {
        Precedents precedents = new Precedents(person, notice.year(), notice.inspection());
        boolean fallen = notice.findings().stream()
                .anyMatch(found -> rulebook.circumstance(found.circumstance())
                        .map(Circumstance::repeats)
                        .filter(it -> precedents
                                .of(found.violation(), found.actedTo(), it)
                                .isEmpty())
                        .isPresent());
        return fallen
                ? person.notices().values().stream()
                        .filter(it ->
                                it.year() == notice.year() && !it.inspection().equals(notice.inspection()))
                        .mapToLong(Notice::changed)
                        .max()
                : OptionalLong.empty();
    }
}
