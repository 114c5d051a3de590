package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.PersonEvent.TerminationChanged;
import org.payqual.domain.person.RepairEvent.Shortening;
import org.payqual.domain.rulebook.Repair.Occasion;
import org.payqual.domain.rulebook.Repair.Shorten;
import org.payqual.domain.rulebook.Repair.Worth;
import org.payqual.domain.rulebook.Rulebook;

/** Repairs of points: requested, granted, refused, and the measures that end earlier by them (TJ-35, 37; CY-15). */
final class Repairing {

    private Repairing() {}

    static Decision<PersonEvent> decide(Person person, RepairCommand command, Facts facts) {
        return switch (command) {
            case RepairCommand.Request request ->
                Deciding.governed(
                        request.institution(),
                        request.date(),
                        facts,
                        (institution, rulebook) -> request(person, request, institution, rulebook, facts));
            case RepairCommand.Grant grant ->
                pending(person, grant, facts, (repair, law) -> grant(person, repair, grant, law, facts));
            case RepairCommand.Refuse refuse ->
                pending(
                        person,
                        refuse,
                        facts,
                        (repair, law) -> Deciding.accepted(new RepairEvent.Refused(
                                refuse.repair(),
                                refuse.date(),
                                refuse.reason(),
                                law.receipt(law.rulebook().repair().approval().provision()))));
        };
    }

    private static Decision<PersonEvent> request(
            Person person, RepairCommand.Request request, Institution institution, Rulebook rulebook, Facts facts) {
        if (person.redress().repairs().containsKey(request.repair())) {
            return RepairRefusals.repairKnown(request.repair());
        }
        if (!request.approved()) {
            return RepairRefusals.notApproved(rulebook.repair().approval().provision());
        }
        if (!new Employers(person, request.date()).ofRepair(request.institution())) {
            return RepairRefusals.notTheirInstitution(
                    rulebook.repair().approval().provision());
        }
        RepairLimits limits = new RepairLimits(person, rulebook.repair(), request.date());
        Worth worth = rulebook.repair().paths().get(request.path());
        if (worth == null) {
            return RepairRefusals.noSuchPath(rulebook.repair().provision());
        }
        int points = request.points() == null ? worth.minPoints() : request.points();
        Optional<Decision<PersonEvent>> refused = RepairLimits.practiceElsewhere(person, request, rulebook, facts)
                .or(limits::never)
                .or(() -> RepairLimits.unworthy(request, worth))
                .or(() -> limits.full(request.path(), points, true));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (person.pointsOn(request.date()) == 0) {
            return RepairRefusals.nothingToRepair(rulebook.repair().provision());
        }
        return Deciding.accepted(new RepairEvent.Requested(
                request.repair(),
                request.date(),
                request.institution(),
                request.path(),
                points,
                request.evidence(),
                Deciding.receipt(
                        rulebook,
                        List.of(worth.provision(), rulebook.repair().approval().provision()),
                        Deciding.seen(institution))));
    }

    private static Decision<PersonEvent> grant(
            Person person, Repair repair, RepairCommand.Grant grant, Procedure law, Facts facts) {
        Rulebook rulebook = law.rulebook();
        if (!grant.rectified()) {
            return RepairRefusals.notRectified(rulebook.repair().approval().provision());
        }
        RepairLimits limits = new RepairLimits(person, rulebook.repair(), grant.date());
        Optional<Decision<PersonEvent>> refused =
                limits.never().or(() -> limits.full(repair.path(), repair.points(), false));
        if (refused.isPresent()) {
            return refused.get();
        }
        int total = person.pointsOn(grant.date());
        if (total == 0) {
            return RepairRefusals.nothingToRepair(rulebook.repair().provision());
        }
        int points = Math.min(repair.points(), total);
        List<PersonEvent> changes = new ArrayList<>();
        List<Shortening> shortenings = new ArrayList<>();
        Shorten shorten = rulebook.repair().shorten();
        Receipt receipt = receipt(law, repair, shorten != null && grant.shorten());
        if (shorten != null && grant.shorten()) {
            for (RecordedMeasure measure : person.measuresOn(grant.date())) {
                int months = months(person, measure, grant.date(), total - points, points, shorten);
                Measure shorter = shorter(person, measure.terms(), months, grant.date(), facts);
                if (shorter != null) {
                    shortenings.add(new Shortening(shorter.notice(), months));
                    changes.add(
                            measure.terminates()
                                    ? new TerminationChanged(shorter, MeasureCause.REPAIRED, repair.id(), receipt)
                                    : new SuspensionChanged(shorter, MeasureCause.REPAIRED, repair.id(), receipt));
                }
            }
        }
        List<PersonEvent> events = new ArrayList<>(List.of(
                new RepairEvent.Granted(repair.id(), grant.date(), points, total - points, shortenings, receipt)));
        events.addAll(changes);
        return new Decision.Accepted<>(events);
    }

    private static Receipt receipt(Procedure law, Repair repair, boolean shortens) {
        Rulebook rulebook = law.rulebook();
        List<Provision> rules = new ArrayList<>();
        Worth worth = rulebook.repair().paths().get(repair.path());
        rules.add(worth == null ? rulebook.repair().provision() : worth.provision());
        Shorten shorten = rulebook.repair().shorten();
        if (shortens && shorten != null) {
            rules.add(shorten.provision());
        }
        return law.receipt(rules.toArray(Provision[]::new));
    }

    /** By how many months a measure of the grant's year becomes shorter; 0 where the occasion is not there. */
    private static int months(
            Person person, RecordedMeasure measure, LocalDate day, int left, int points, Shorten shorten) {
        String notice = measure.terms().notice();
        if (person.notice(notice).year() != day.getYear()) {
            return 0;
        }
        int before = Math.toIntExact(person.redress().repairs().values().stream()
                .flatMap(it -> it.shortens().stream())
                .filter(it -> it.notice().equals(notice))
                .count());
        int times = switch (shorten.when()) {
            case Occasion.MilderTier milder -> left < measure.terms().line() ? 1 : 0;
            case Occasion.EveryPoints every ->
                (person.redress().repairedIn(day.getYear()) + points) / every.points()
                        - person.redress().repairedIn(day.getYear()) / every.points();
        };
        Integer most = shorten.timesAMeasure();
        return shorten.months() * (most == null ? times : Math.clamp(times, 0, Math.max(0, most - before)));
    }

    private static @Nullable Measure shorter(
            Person person, Measure terms, int months, LocalDate notBefore, Facts facts) {
        if (months == 0) {
            return null;
        }
        Rulebook own = Deciding.rulebookOf(person.notice(terms.notice()), facts);
        Measure shorter = terms.shortened(months, notBefore, own.measures());
        return shorter.until().isBefore(terms.until()) ? shorter : null;
    }

    private static Decision<PersonEvent> pending(
            Person person,
            RepairCommand command,
            Facts facts,
            BiFunction<Repair, Procedure, Decision<PersonEvent>> decided) {
        Repair repair = person.redress().repairs().get(command.repair());
        if (repair == null) {
            return RepairRefusals.unknownRepair(command.repair());
        }
        if (!repair.pending()) {
            return RepairRefusals.repairDecided(command.repair());
        }
        if (command.date().isBefore(repair.requested())) {
            return Refusals.datesReversed("date", repair.requested());
        }
        return Deciding.governed(
                repair.institution(),
                command.date(),
                facts,
                (institution, rulebook) -> decided.apply(repair, new Procedure(institution, rulebook)));
    }
}
