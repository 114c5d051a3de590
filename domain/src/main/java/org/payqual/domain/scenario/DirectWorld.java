package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.HandlingCommand;
import org.payqual.domain.inspection.InspectionCommand;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.AppealCommand;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.DepartureReason;
import org.payqual.domain.person.DueDate;
import org.payqual.domain.person.DueDates;
import org.payqual.domain.person.Headcount;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.person.RepairCommand;
import org.payqual.domain.person.RestorationCommand;
import org.payqual.domain.person.Settlement;
import org.payqual.domain.person.SpecialCase;
import org.payqual.domain.person.Standing;
import org.payqual.domain.person.Timeline;
import org.payqual.domain.rulebook.Duty;
import org.payqual.domain.rulebook.InstitutionRatio;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Share;

/** A world in memory: everybody as recorded after each entry, and the facts beside them. */
final class DirectWorld implements Engine.World {

    private static final String FELL_BEFORE = "notice-fell";

    private final Rulebook rulebook;
    private final DirectFacts facts;
    private final Map<String, NavigableMap<Long, Person>> people = new HashMap<>();
    private long recorded;

    DirectWorld(Rulebook rulebook, List<Premises> institutions, List<String> names) {
        this.rulebook = rulebook;
        this.facts = new DirectFacts(
                rulebook,
                institutions,
                id -> Optional.ofNullable(people.get(id))
                        .map(it -> it.lastEntry().getValue()));
        for (String name : names) {
            people.put(name, new TreeMap<>(Map.of(0L, Person.UNKNOWN)));
        }
        names.forEach(name -> decide(name, new PersonCommand.Identify("RESIDENT_ID")));
    }

    @Override
    public long recorded() {
        return recorded;
    }

    @Override
    public Reply enter(Entry entry) {
        return switch (entry) {
            case Entry.Merger it -> merge(it);
            case Entry.Commitment it -> decide(it.person(), new PersonCommand.Commit(it.institution(), it.date()));
            case Entry.Registration it ->
                decide(
                        it.person(),
                        new PersonCommand.Register(
                                it.institution(), it.from(), RegistrationContent.of(it.role(), it.primary())));
            case Entry.Amendment it ->
                decide(
                        it.person(),
                        new PersonCommand.Amend(
                                it.institution(), it.date(), RegistrationContent.of(it.role(), it.primary())));
            case Entry.Departure it ->
                decide(
                        it.person(),
                        new PersonCommand.Depart(it.institution(), it.date(), DepartureReason.CONTRACT_ENDED));
            case Entry.Scoring it -> score(it);
            case Entry.Service it ->
                decide(it.person(), new PersonCommand.ServeNotice(it.notice(), it.to(), it.received(), it.appealBy()));
            case Entry.ReminderTalk it ->
                decide(it.person(), new PersonCommand.Remind(it.notice(), it.by(), it.date()));
            case Entry.Interview it -> decide(it.person(), new PersonCommand.Interview(it.notice(), it.date()));
            case Entry.Overturning it -> overturn(it);
            case Entry.Training it -> decide(it.person(), new PersonCommand.Train(it.date(), it.institution()));
            case Entry.AppealFiling it -> decide(it.person(), DirectRedress.filing(it));
            case Entry.AppealExplanation it ->
                decide(it.person(), new AppealCommand.Explain(it.appeal(), it.date(), null));
            case Entry.AppealEscalation it -> decide(it.person(), new AppealCommand.Escalate(it.appeal(), it.date()));
            case Entry.ExpertReview it ->
                decide(
                        it.person(),
                        new AppealCommand.ReviewByExperts(it.appeal(), it.date(), it.by(), null, digest(it.opinion())));
            case Entry.AppealDecision it -> decide(it.person(), DirectRedress.decision(it));
            case Entry.RepairRequest it -> decide(it.person(), DirectRedress.request(it));
            case Entry.RepairGrant it ->
                decide(it.person(), new RepairCommand.Grant(it.repair(), it.date(), true, it.shorten()));
            case Entry.RepairRefusal it ->
                decide(it.person(), new RepairCommand.Refuse(it.repair(), it.date(), digest(it.reason())));
            case Entry.RestorationRequest it ->
                decide(
                        it.person(),
                        new RestorationCommand.Request(it.restoration(), it.date(), it.institution(), it.approved()));
            case Entry.RestorationReview it ->
                decide(
                        it.person(),
                        new RestorationCommand.PreReview(
                                it.restoration(), it.date(), it.passed(), digest(it.reason())));
            case Entry.RestorationDecision it ->
                decide(
                        it.person(),
                        new RestorationCommand.Decide(it.restoration(), it.date(), it.granted(), digest(it.reason())));
        };
    }

    @Override
    public Stand standing(String name, LocalDate date, long known) {
        Person person = living(name, known);
        Standing standing = Standing.of(person, date);
        return new Stand(
                standing.kind(),
                standing.until(),
                standing.termServed(),
                person.pointsOn(date),
                person.keySupervisionOn(date),
                standing.provisions(),
                Grounds.of(person, date, standing, rulebook));
    }

    @Override
    public Pay payable(String name, String institution, LocalDate date, boolean emergency, long known) {
        Person person = living(name, known);
        Settlement settlement = Settlement.of(
                person, institution, date, emergency ? SpecialCase.EMERGENCY : SpecialCase.NONE, rulebook);
        return new Pay(
                settlement.payable(),
                settlement.provision(),
                Grounds.at(institution, person, date, settlement.standing(), rulebook));
    }

    @Override
    public Ratio ratio(String institution, int year, LocalDate date, long known) {
        List<Timeline> everybody = people.keySet().stream()
                .map(name -> Timeline.of(person(name, known)))
                .toList();
        Share share = Headcount.of(everybody, institution, year, date).share();
        return new Ratio(
                share,
                rulebook.institutionRatio()
                        .highest(share)
                        .map(InstitutionRatio.Threshold::effect)
                        .orElse(null),
                rulebook.institutionRatio().provisions());
    }

    @Override
    public List<LocalDate> due(String name, Duty duty, LocalDate date, long known) {
        return DueDates.of(living(name, known), date, facts).stream()
                .filter(it -> it.duty() == duty)
                .map(DueDate::dueOn)
                .distinct()
                .toList();
    }

    private Reply score(Entry.Scoring scoring) {
        Entry.Basis basis = scoring.basis();
        Optional<Refusal> refused = facts.inspection(
                        basis.inspection(), new InspectionCommand.Open(basis.institution(), basis.opened()))
                .or(() -> facts.handling(
                        basis.handling(),
                        new HandlingCommand.Decide(
                                basis.inspection(),
                                basis.institution(),
                                basis.kind(),
                                basis.date(),
                                basis.articles(),
                                basis.manners(),
                                null)));
        return refused.map(DirectWorld::refused)
                .orElseGet(() -> decide(
                        scoring.person(),
                        new PersonCommand.Score(
                                scoring.notice(),
                                basis.handling(),
                                scoring.entered(),
                                scoring.starts(),
                                scoring.months(),
                                digest(scoring.monthsReason()),
                                scoring.heard(),
                                scoring.findings().stream()
                                        .map(DirectWorld::claimed)
                                        .toList())));
    }

    static PersonCommand.ClaimedFinding claimed(Entry.Finding finding) {
        return new PersonCommand.ClaimedFinding(
                finding.violation(),
                finding.circumstance(),
                finding.responsibility(),
                finding.points(),
                null,
                finding.acted(),
                finding.article(),
                null,
                digest(finding.reason()),
                finding.amount(),
                finding.move());
    }

    private Reply overturn(Entry.Overturning overturning) {
        Optional<Refusal> refused = facts.handling(
                overturning.handling(),
                new HandlingCommand.Overturn(
                        overturning.date(), facts.maker(overturning.handling()), digest(overturning.reason())));
        if (refused.isPresent()) {
            return refused(refused.get());
        }
        Set<Provision> rests = new LinkedHashSet<>();
        for (Entry.Scored scored : overturning.scored()) {
            switch (decide(scored.person(), new PersonCommand.RevokeOverturned(scored.notice()))) {
                case Reply.Accepted accepted -> rests.addAll(accepted.rests());
                case Reply.Refused stands when stands.code().equals(FELL_BEFORE) -> {}
                case Reply.Refused stands -> {
                    return stands;
                }
            }
        }
        return new Reply.Accepted(List.copyOf(rests));
    }

    /** Both records change at once. */
    private Reply merge(Entry.Merger it) {
        Person closed = person(it.person(), recorded);
        PersonCommand.Merge command = new PersonCommand.Merge(
                it.person(), it.into(), it.date(), String.valueOf(digest(String.valueOf(it.reason()))));
        if (!(Deciding.decide(closed, command, facts) instanceof Decision.Accepted<PersonEvent> accepted)) {
            return decide(it.person(), command);
        }
        Person survivor = person(it.into(), recorded);
        recorded++;
        for (PersonEvent event : accepted.events()) {
            if (event instanceof RecordEvent.Merged merged) {
                put(it.into(), survivor, Deciding.takingOver(closed, it.person(), survivor, merged));
            }
        }
        put(it.person(), closed, accepted.events());
        return new Reply.Accepted(List.of());
    }

    private void put(String name, Person before, List<PersonEvent> events) {
        states(name).put(recorded, events.stream().reduce(before, Person::evolve, (one, other) -> other));
    }

    private Reply decide(String name, PersonCommand command) {
        Person person = person(name, recorded);
        return switch (Deciding.decide(person, command, facts)) {
            case Decision.Refused<PersonEvent> refused -> refused(refused.refusal());
            case Decision.Accepted<PersonEvent> accepted -> {
                recorded++;
                put(name, person, accepted.events());
                yield new Reply.Accepted(rests(accepted.events()));
            }
        };
    }

    /** Returns the person in the record that goes on. */
    private Person living(String name, long known) {
        Person person = person(name, known);
        String into = person.dossier().mergedInto();
        return into == null ? person : living(into, known);
    }

    private Person person(String name, long known) {
        return states(name).floorEntry(known).getValue();
    }

    private NavigableMap<Long, Person> states(String name) {
        NavigableMap<Long, Person> states = people.get(name);
        if (states == null) {
            throw new IllegalArgumentException("nobody of that name takes part");
        }
        return states;
    }

    private static Reply refused(Refusal refusal) {
        return new Reply.Refused(refusal.code(), refusal.provision(), refusal.en());
    }

    private static List<Provision> rests(List<? extends Event> events) {
        Set<Provision> rests = new LinkedHashSet<>();
        for (Event event : events) {
            if (event instanceof PersonEvent.Decided decided) {
                rests.addAll(decided.receipt().rules());
            }
            if (event instanceof PersonEvent.KeySupervisionStarted started) {
                rests.add(started.provision());
            }
            if (event instanceof PersonEvent.MeasureSet set) {
                rests.add(set.measure().provision());
            }
        }
        return List.copyOf(rests);
    }

    /** Stands in for the digest under which a ledger keeps a text: only whether there is one matters to a decision. */
    static @Nullable String digest(@Nullable String text) {
        return text == null ? null : Integer.toHexString(text.hashCode());
    }
}
