package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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
        return before(lastDay)
                .filter(Notice::inForce)
                .filter(it -> found(it.findings(), violation, repeats))
                .findFirst();
    }

    /**
     * Tells since which place in the order of recording a notice's finding of a repetition has no precedent left, so
     * that the finding stands until re-determined and its appeal period is open again. Empty where it has one, or needs
     * none.
     */
    static OptionalLong fallenFor(Person person, Notice notice, Rulebook rulebook) {
        Precedents precedents = new Precedents(person, notice.year(), notice.inspection());
        return notice.findings().stream()
                .flatMapToLong(found -> rulebook.circumstance(found.circumstance())
                        .map(Circumstance::repeats)
                        .map(it -> precedents.lost(found.violation(), found.actedTo(), it))
                        .orElseGet(LongStream::empty))
                .max();
    }

    /** The places at which notices ceased to be precedents; none where one is left. */
    private LongStream lost(String violation, LocalDate lastDay, Repeats repeats) {
        return of(violation, lastDay, repeats).isPresent()
                ? LongStream.empty()
                : before(lastDay)
                        .flatMap(it -> it.past().stream())
                        .filter(it -> found(it.findings(), violation, repeats))
                        .mapToLong(Notice.Past::until);
    }

    private Stream<Notice> before(LocalDate lastDay) {
        return person.notices().values().stream()
                .filter(it -> it.year() == year)
                .filter(it -> !it.inspection().equals(inspection))
                .filter(it -> it.date().isBefore(lastDay));
    }

    private static boolean found(List<Finding> findings, String violation, Repeats repeats) {
        return findings.stream().anyMatch(it -> it.violation().equals(violation) && repeats.covers(it.circumstance()));
    }
}
