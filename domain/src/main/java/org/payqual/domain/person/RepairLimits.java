package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Citation;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Repair.Worth;
import org.payqual.domain.rulebook.Rulebook;

/**
 * Who may have points repaired on a day, and how much of it there is in a year (TJ-35; CY-15).
 *
 * @param person as recorded so far
 * @param law on repairs
 * @param day of the step, whose year counts
 */
record RepairLimits(Person person, org.payqual.domain.rulebook.Repair law, LocalDate day) {

    /** Refuses whoever has a notice that excludes repair, of the year or with a termination that still runs. */
    Optional<Decision<PersonEvent>> never() {
        return person.notices().values().stream()
                .filter(Notice::inForce)
                .filter(this::excludes)
                .findFirst()
                .map(it -> RepairRefusals.neverRepaired(law.never().provision()));
    }

    private boolean excludes(Notice notice) {
        boolean ofTheYear = notice.year() == day.getYear();
        boolean reaches = notice.ownPoints() >= law.never().noticeOf();
        return (reaches && ofTheYear)
                || switch (law.never().during()) {
                    case NO_TERMINATION -> false;
                    case ITS_TERMINATION -> reaches && terminates(notice);
                    case TERMINATION_OF_THE_YEAR -> ofTheYear && terminates(notice);
                };
    }

    private boolean terminates(Notice notice) {
        return person.measuresOn(day).stream()
                .anyMatch(it -> it.terminates() && it.terms().notice().equals(notice.id()));
    }

    /**
     * Refuses what finds no place in the year any more.
     *
     * @param withPending whether requests not yet decided hold their places, as they do against another request
     */
    Optional<Decision<PersonEvent>> full(Path path, int points, boolean withPending) {
        List<Repair> all = person.redress().repairs().values().stream()
                .filter(it -> it.grantedIn(day.getYear()) || (withPending && it.pending()))
                .toList();
        List<Repair> same = all.stream().filter(it -> it.path() == path).toList();
        Worth worth = law.paths().get(path);
        if (worth != null && beyond(same, points, worth.timesAYear(), worth.pointsAYear())) {
            return Optional.of(RepairRefusals.yearFull(worth.provision()));
        }
        return beyond(all, points, law.timesAYear(), law.pointsAYear())
                ? Optional.of(RepairRefusals.yearFull(law.provision()))
                : Optional.empty();
    }

    private static boolean beyond(List<Repair> taken, int points, @Nullable Integer times, @Nullable Integer most) {
        return (times != null && taken.size() >= times)
                || (most != null && taken.stream().mapToInt(Repair::points).sum() + points > most);
    }

    /** Refuses points that the path is not worth, and a path of which nothing is shown. */
    static Optional<Decision<PersonEvent>> unworthy(RepairCommand.Request request, Worth worth) {
        Integer points = request.points();
        boolean outside = points == null
                ? worth.minPoints() != worth.maxPoints()
                : points < worth.minPoints() || points > worth.maxPoints();
        if (outside) {
            return Optional.of(RepairRefusals.notWorth(worth.provision(), worth.minPoints(), worth.maxPoints()));
        }
        RepairEvidence evidence = request.evidence();
        boolean shown = switch (request.path()) {
            case TRAINING_EXAM -> evidence.hours() != null && evidence.examScore() != null;
            case ACTIVITY -> evidence.activity() != null;
        };
        return shown ? Optional.empty() : Optional.of(RepairRefusals.nothingShown(worth.provision()));
    }

    /** Refuses whoever has the primary practice outside the region, where the rulebook asks for it (CY-15). */
    static Optional<Decision<PersonEvent>> practiceElsewhere(
            Person person, RepairCommand.Request request, Rulebook rulebook, Facts facts) {
        Citation rule = rulebook.repair().primaryPractice();
        if (rule == null) {
            return Optional.empty();
        }
        boolean here = primaryOn(person, request.date())
                .flatMap(it -> facts.institution(it.institution()).stream())
                .anyMatch(it -> rulebook.regions().stream().anyMatch(it.region()::startsWith));
        Provision provision = rule.provision();
        return here ? Optional.empty() : Optional.of(RepairRefusals.practiceElsewhere(provision));
    }

    /** The primary practice of a day; whoever a termination left without any keeps that which it ended. */
    private static Stream<Registration> primaryOn(Person person, LocalDate day) {
        Stream<LocalDate> days = person.registrationsOn(day).findAny().isPresent()
                ? Stream.of(day)
                : person.terminationsBy(day).stream()
                        .filter(it -> it.runsOn(day))
                        .map(it -> it.terms().from().minusDays(1));
        return days.flatMap(held ->
                person.registrationsOn(held).filter(it -> it.contentOn(held).primary()));
    }
}
