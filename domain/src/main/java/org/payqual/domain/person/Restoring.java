package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Citation;
import org.payqual.domain.rulebook.Restoration.Window;
import org.payqual.domain.rulebook.Rulebook;

/** Restorations after suspensions and terminations, and the training they may need (TJ-36; CY-9, 13, 14). */
final class Restoring {

    private Restoring() {}

    static Decision<PersonEvent> decide(Person person, RestorationCommand command, Facts facts) {
        return switch (command) {
            case RestorationCommand.Request request -> request(person, request, facts);
            case RestorationCommand.PreReview it ->
                pending(person, it, facts, (restoration, law) -> preReview(restoration, it, law));
            case RestorationCommand.Decide it ->
                pending(
                        person,
                        it,
                        facts,
                        (restoration, law) -> it.granted()
                                ? grant(person, restoration, it, law)
                                : Deciding.accepted(new RestorationEvent.Refused(
                                        it.restoration(),
                                        it.date(),
                                        it.reason(),
                                        law.receipt(law.rulebook().restoration().provision()))));
        };
    }

    /** Records a training, of which the law of the institution that held it says why, or that of the restoration. */
    static Decision<PersonEvent> train(Person person, PersonCommand.Train train, Facts facts) {
        String through = through(person, train.institution(), train.date());
        if (through == null) {
            return Refusals.unknownInstitution();
        }
        return Deciding.governed(through, train.date(), facts, (institution, rulebook) -> {
            Citation training = rulebook.restoration().training();
            return Deciding.accepted(new PersonEvent.Trained(
                    train.date(),
                    train.institution(),
                    new Procedure(institution, rulebook)
                            .receipt(training == null ? rulebook.restoration().provision() : training.provision())));
        });
    }

    private static Decision<PersonEvent> request(Person person, RestorationCommand.Request request, Facts facts) {
        if (person.redress().restorations().containsKey(request.restoration())) {
            return RestorationRefusals.restorationKnown(request.restoration());
        }
        String through = through(person, request.institution(), request.date());
        if (through == null) {
            return Refusals.unknownInstitution();
        }
        return Deciding.governed(through, request.date(), facts, (institution, rulebook) -> {
            List<RecordedMeasure> open = toLift(person, request.date());
            if (open.isEmpty()) {
                return RestorationRefusals.nothingToLift(rulebook.restoration().provision());
            }
            Optional<Decision<PersonEvent>> refused = entitled(person, request, open, rulebook, facts)
                    .or(() -> early(request.date(), open, rulebook, facts));
            if (refused.isPresent()) {
                return refused.get();
            }
            if (person.redress().restorations().values().stream().anyMatch(Restoration::pending)) {
                return RestorationRefusals.restorationPending();
            }
            return Deciding.accepted(new RestorationEvent.Requested(
                    request.restoration(),
                    request.date(),
                    request.institution(),
                    Deciding.receipt(
                            rulebook, List.of(rulebook.restoration().provision()), Deciding.seen(institution))));
        });
    }

    /** An institution has to approve, unless the rulebook lets a person without one ask directly. */
    private static Optional<Decision<PersonEvent>> entitled(
            Person person,
            RestorationCommand.Request request,
            List<RecordedMeasure> open,
            Rulebook rulebook,
            Facts facts) {
        Provision provision = rulebook.restoration().provision();
        if (request.institution() != null) {
            if (!new Employers(person, request.date()).ofRestoration(request.institution(), open)) {
                return Optional.of(RepairRefusals.notTheirInstitution(provision));
            }
            return request.approved() ? Optional.empty() : Optional.of(RepairRefusals.notApproved(provision));
        }
        Citation direct = rulebook.restoration().direct();
        if (direct == null) {
            return Optional.of(RepairRefusals.notApproved(provision));
        }
        boolean here = open.stream()
                .map(it -> person.notice(it.terms().notice()).institution())
                .flatMap(it -> facts.institution(it).stream())
                .map(Institution::region)
                .anyMatch(region -> rulebook.regions().stream().anyMatch(region::startsWith));
        boolean without = person.registrationsOn(request.date()).findAny().isEmpty();
        return here && without ? Optional.empty() : Optional.of(RestorationRefusals.notDirectly(direct.provision()));
    }

    private static Optional<Decision<PersonEvent>> early(
            LocalDate day, List<RecordedMeasure> open, Rulebook rulebook, Facts facts) {
        if (!(rulebook.restoration().request() instanceof Window.BeforeTheEnd window)) {
            return Optional.empty();
        }
        return open.stream()
                .map(it -> it.terms().until())
                .max(LocalDate::compareTo)
                .map(end ->
                        facts.workingDays().subtract(end, window.workingDays()).date())
                .filter(day::isBefore)
                .map(first -> RestorationRefusals.restorationEarly(
                        rulebook.restoration().provision(), first));
    }

    private static Decision<PersonEvent> preReview(
            Restoration restoration, RestorationCommand.PreReview it, Procedure law) {
        Rulebook rulebook = law.rulebook();
        if (rulebook.restoration().reviews().size() < 2) {
            return RestorationRefusals.noPreReview(rulebook.restoration().provision());
        }
        if (restoration.reviewed() != null) {
            return RestorationRefusals.reviewedAlready(it.restoration());
        }
        return Deciding.accepted(new RestorationEvent.PreReviewed(
                it.restoration(),
                it.date(),
                it.passed(),
                it.reason(),
                law.receipt(rulebook.restoration().reviews().getFirst().provision())));
    }

    private static Decision<PersonEvent> grant(
            Person person, Restoration restoration, RestorationCommand.Decide it, Procedure law) {
        Rulebook rulebook = law.rulebook();
        List<RecordedMeasure> left = toLift(person, it.date());
        if (left.isEmpty()) {
            return RestorationRefusals.nothingToLift(rulebook.restoration().provision());
        }
        if (rulebook.restoration().reviews().size() > 1 && !Boolean.TRUE.equals(restoration.reviewed())) {
            return RestorationRefusals.notReviewed(
                    rulebook.restoration().reviews().getFirst().provision());
        }
        Citation training = rulebook.restoration().training();
        if (training != null && untrained(person, left, it.date())) {
            return RestorationRefusals.untrained(training.provision());
        }
        return Deciding.accepted(new RestorationEvent.Granted(
                it.restoration(),
                it.date(),
                binding(person, it.date())
                        .map(measure -> measure.terms().notice())
                        .toList(),
                law.receipt(rulebook.restoration().reviews().getLast().provision())));
    }

    private static boolean untrained(Person person, List<RecordedMeasure> left, LocalDate grant) {
        List<RecordedMeasure> suspensions =
                left.stream().filter(it -> !it.terminates()).toList();
        return !suspensions.isEmpty()
                && person.redress().trainings().stream()
                        .filter(day -> !day.isAfter(grant))
                        .noneMatch(day -> suspensions.stream().anyMatch(it -> it.runsOn(day)));
    }

    /**
     * The measures begun by a day that bind the person: still running, or served without a restoration until then. A
     * restoration lifts all of them, also those that one granted for a later day would lift.
     */
    private static Stream<RecordedMeasure> binding(Person person, LocalDate day) {
        return person.measures().values().stream().filter(it -> it.runsOn(day) || person.awaitsRestoration(it, day));
    }

    /** Those of them that no restoration is to lift. */
    private static List<RecordedMeasure> toLift(Person person, LocalDate day) {
        return binding(person, day)
                .filter(it -> person.liftedFrom(it).isEmpty())
                .toList();
    }

    /**
     * The institution whose law governs a restoration: that through which it is asked for, and without one that of the
     * score behind the measure that ends last, wherever the person worked meanwhile (CY-13).
     */
    static @Nullable String through(Person person, @Nullable String institution, LocalDate day) {
        return institution != null
                ? institution
                : binding(person, day)
                        .max(Comparator.comparing(it -> it.terms().until()))
                        .map(it -> person.notice(it.terms().notice()).institution())
                        .orElseGet(() -> lastInstitution(person));
    }

    private static @Nullable String lastInstitution(Person person) {
        if (!person.registrations().isEmpty()) {
            return person.registrations().getLast().institution();
        }
        return person.notices().values().stream()
                .map(Notice::institution)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Decision<PersonEvent> pending(
            Person person,
            RestorationCommand command,
            Facts facts,
            BiFunction<Restoration, Procedure, Decision<PersonEvent>> decided) {
        Restoration restoration = person.redress().restorations().get(command.restoration());
        if (restoration == null) {
            return RestorationRefusals.unknownRestoration(command.restoration());
        }
        if (!restoration.pending()) {
            return RestorationRefusals.restorationDecided(command.restoration());
        }
        if (command.date().isBefore(restoration.reached())) {
            return Refusals.datesReversed("date", restoration.reached());
        }
        // By the measures of the day of the request: one that comes later brings no other law.
        String through = through(person, restoration.institution(), restoration.requested());
        if (through == null) {
            return Refusals.unknownInstitution();
        }
        return Deciding.governed(
                through,
                command.date(),
                facts,
                (institution, rulebook) -> decided.apply(restoration, new Procedure(institution, rulebook)));
    }
}
