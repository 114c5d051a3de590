package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Two records of one person held against each other, before one is merged into the other.
 *
 * @param survivor the record that stays, as recorded so far
 * @param closed the record that is closed, as recorded so far
 * @param together what the survivor will hold
 */
record Together(Person survivor, Person closed, Person together) {

    /** Two notices that scored the same act, one of each record. */
    record Twice(Notice survivors, Notice closed) {}

    /**
     * A calendar year in which both records hold notices in force.
     *
     * @param notices of the year, of both records
     * @param highest the greater of the two totals that the records came to apart
     * @param total what both come to together
     */
    record Year(int number, List<Notice> notices, int highest, int total) {}

    /** Finds an act for which both records are scored: by one handling, or in one inspection by its kind (TJ-25). */
    Optional<Twice> sameAct() {
        return inForce(survivor)
                .flatMap(one ->
                        inForce(closed).filter(other -> sameAct(one, other)).map(other -> new Twice(one, other)))
                .findFirst();
    }

    private static boolean sameAct(Notice one, Notice other) {
        boolean sameKind = one.inspection().equals(other.inspection())
                && one.findings().stream().map(Finding::violation).anyMatch(other.highestByViolation()::containsKey);
        return sameKind || one.handling().equals(other.handling());
    }

    /** Finds a registration of the closed record at an institution where the survivor is registered at the time. */
    Optional<Registration> overlap() {
        return taken().filter(it -> kept().anyMatch(other -> other.institution().equals(it.institution())
                        && meet(together.alone(it), together.alone(other))))
                .findFirst();
    }

    private static boolean meet(Span one, Span other) {
        return !one.isEmpty() && !other.isEmpty() && begins(one, other) && begins(other, one);
    }

    private static boolean begins(Span one, Span other) {
        return other.until() == null || one.from().isBefore(other.until());
    }

    /** Finds a registration that began while a termination of the other record barred the person (TJ-31.3, 36). */
    Optional<Registration> barred() {
        return Stream.concat(
                        taken().filter(it -> bars(it.from(), this::isKept)),
                        kept().filter(it -> bars(it.from(), Predicate.not(this::isKept))))
                .findFirst();
    }

    private boolean bars(LocalDate day, Predicate<Long> record) {
        return together.terminationsBy(day).stream()
                .filter(it -> record.test(it.recorded()))
                .anyMatch(it -> it.runsOn(day) || together.awaitsRestoration(it, day));
    }

    /** Lists the years in which both hold notices in force. */
    List<Year> years() {
        return inForce(survivor)
                .map(Notice::year)
                .distinct()
                .filter(year -> inForce(closed).anyMatch(it -> it.year() == year))
                .map(this::year)
                .toList();
    }

    private Year year(int number) {
        LocalDate last = LocalDate.of(number, 12, 31);
        return new Year(
                number,
                inForce(together).filter(it -> it.year() == number).toList(),
                Math.max(survivor.pointsOn(last), closed.pointsOn(last)),
                together.pointsOn(last));
    }

    private Stream<Registration> taken() {
        return together.registrations().stream().filter(it -> !isKept(it.recorded()));
    }

    private Stream<Registration> kept() {
        return together.registrations().stream().filter(it -> isKept(it.recorded()));
    }

    private boolean isKept(long place) {
        return place <= survivor.version();
    }

    private static Stream<Notice> inForce(Person person) {
        return person.notices().values().stream().filter(Notice::inForce);
    }
}
