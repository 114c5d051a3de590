package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.naive.Happening.Found;
import org.payqual.domain.naive.Happening.Outcome;
import org.payqual.domain.naive.Happening.Side;
import org.payqual.domain.naive.Happening.Way;
import org.payqual.domain.person.AppealCommand;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.DepartureReason;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.person.RepairCommand;
import org.payqual.domain.person.RepairEvidence;
import org.payqual.domain.person.RestorationCommand;
import org.payqual.domain.person.TianjinAlone;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Repair;
import org.payqual.domain.rulebook.Responsibility;

/** The same life as the domain decides it. */
final class DomainLife implements TianjinAlone {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final List<Responsibility> DEGREES =
            List.of(Responsibility.GENERAL, Responsibility.IMPORTANT, Responsibility.PRIMARY);

    private final Map<String, Handling> handlings = new HashMap<>();
    private final List<PersonEvent> events = new ArrayList<>();
    private Person person = Person.UNKNOWN;

    DomainLife() {
        decide(new PersonCommand.Identify("RESIDENT_ID"));
    }

    Person person() {
        return person;
    }

    List<PersonEvent> events() {
        return List.copyOf(events);
    }

    /** Enters a happening, and returns the refusal if it is refused. */
    Optional<Refusal> enter(Happening happening) {
        return decide(command(happening));
    }

    private PersonCommand command(Happening happening) {
        return switch (happening) {
            case Happening.Committed it -> new PersonCommand.Commit(it.place(), it.day());
            case Happening.Registered it ->
                new PersonCommand.Register(
                        it.place(),
                        it.day(),
                        RegistrationContent.of(it.place().equals("P1") ? "PHARMACY_OTHER" : "MEDICAL", true));
            case Happening.Departed it ->
                new PersonCommand.Depart(it.place(), it.day(), DepartureReason.CONTRACT_ENDED);
            case Happening.Noticed it -> score(it);
            case Happening.Served it ->
                new PersonCommand.ServeNotice(it.notice(), party(it.to()), it.day(), it.appealBy());
            case Happening.Overturned it -> {
                handlings.computeIfPresent("D" + it.notice(), (id, handling) -> handling.overturnedOn(it.day()));
                yield new PersonCommand.RevokeOverturned(it.notice());
            }
            case Happening.Appealed it ->
                new AppealCommand.File(
                        it.appeal(),
                        it.notice(),
                        party(it.by()),
                        it.day(),
                        AppealGround.FACTS,
                        it.signed(),
                        it.sealed(),
                        null,
                        null);
            case Happening.Explained it -> new AppealCommand.Explain(it.appeal(), it.day(), "explanation");
            case Happening.Escalated it -> new AppealCommand.Escalate(it.appeal(), it.day());
            case Happening.Reviewed it ->
                new AppealCommand.ReviewByExperts(
                        it.appeal(), it.day(), determiner(it.byDepartment()), null, "opinion");
            case Happening.Withdrawn it -> new AppealCommand.Withdraw(it.appeal(), it.day(), null, null);
            case Happening.Decided it ->
                new AppealCommand.Decide(
                        it.appeal(),
                        it.day(),
                        AppealOutcome.valueOf(it.outcome().name()),
                        determiner(it.byDepartment()),
                        null,
                        it.outcome() == Outcome.UPHELD ? null : AppealGround.FACTS,
                        "reason",
                        claimed(it.found()));
            case Happening.RepairAsked it ->
                new RepairCommand.Request(
                        it.repair(),
                        it.day(),
                        "H1",
                        Repair.Path.valueOf(it.way().name()),
                        it.points(),
                        it.approved(),
                        it.way() == Way.TRAINING_EXAM
                                ? new RepairEvidence(8, 90, null)
                                : new RepairEvidence(null, null, it.repair()));
            case Happening.RepairGranted it -> new RepairCommand.Grant(it.repair(), it.day(), true, it.shorten());
            case Happening.RepairRefused it -> new RepairCommand.Refuse(it.repair(), it.day(), "reason");
            case Happening.RestorationAsked it ->
                new RestorationCommand.Request(it.restoration(), it.day(), "H1", it.approved());
            case Happening.RestorationDecided it ->
                new RestorationCommand.Decide(it.restoration(), it.day(), it.granted(), "reason");
        };
    }

    private PersonCommand score(Happening.Noticed it) {
        String handling = "D" + it.notice();
        handlings.put(
                handling,
                new Handling(
                        handling,
                        it.inspection(),
                        it.place(),
                        HandlingKind.valueOf(it.ground().name()),
                        it.day(),
                        List.of(38, 40),
                        List.of(HandlingManner.LIQUIDATED_DAMAGES),
                        null,
                        null,
                        0));
        return new PersonCommand.Score(
                it.notice(),
                handling,
                it.day(),
                it.starts().equals(it.day()) ? null : it.starts(),
                null,
                null,
                true,
                claimed(it.found()));
    }

    private static List<ClaimedFinding> claimed(List<Found> found) {
        return found.stream()
                .map(it -> new ClaimedFinding(
                        it.violation(),
                        it.circumstance(),
                        DEGREES.get(it.degree()),
                        null,
                        null,
                        it.acted(),
                        it.band() == 3 ? 40 : 38,
                        null,
                        "reason",
                        null,
                        null))
                .toList();
    }

    private static Determiner determiner(boolean department) {
        return department ? Determiner.DEPARTMENT : Determiner.AGENCY;
    }

    private static Party party(Side side) {
        return side == Side.PERSON ? Party.PERSON : Party.INSTITUTION;
    }

    private Optional<Refusal> decide(PersonCommand command) {
        return switch (Deciding.decide(person, command, this)) {
            case Decision.Refused<PersonEvent> refused -> Optional.of(refused.refusal());
            case Decision.Accepted<PersonEvent> accepted -> {
                for (PersonEvent event : accepted.events()) {
                    events.add(event);
                    person = Person.evolve(person, event);
                }
                yield Optional.empty();
            }
        };
    }

    @Override
    public Optional<Institution> institution(String code) {
        InstitutionKind kind = code.equals("P1") ? InstitutionKind.PHARMACY : InstitutionKind.HOSPITAL;
        return Optional.of(new Institution(code, kind, kind == InstitutionKind.HOSPITAL, "120101", LONG_AGO, null, 0));
    }

    @Override
    public Optional<Handling> handling(String id) {
        return Optional.ofNullable(handlings.get(id));
    }
}
