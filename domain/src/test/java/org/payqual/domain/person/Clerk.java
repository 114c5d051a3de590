package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonCommand.CorrectEntry;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Repair.Path;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.StandingKind;

/** Enters whatever can be entered of a person, by chance: each decided, and recorded where it is accepted. */
final class Clerk implements TianjinAlone {

    private static final List<Responsibility> DEGREES =
            List.of(Responsibility.GENERAL, Responsibility.IMPORTANT, Responsibility.PRIMARY);
    private static final String CLOSED = "closed";
    private static final String SURVIVOR = "survivor";
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private final List<String> institutions;
    private final List<String> ids;
    private final Map<String, LocalDate> overturned;
    private final List<PersonEvent> events;
    private Person person;
    private Person known = Person.UNKNOWN;

    /** Begins with a person who committed and registered. */
    Clerk() {
        this(List.of("H1", "H2"), List.of("1", "2", "3"));
    }

    /**
     * Begins with a person who committed and registered.
     *
     * @param institutions at which the person works
     * @param ids one digit each, from which notices, appeals and the like take theirs
     */
    Clerk(List<String> institutions, List<String> ids) {
        this.institutions = institutions;
        this.ids = ids;
        this.overturned = new HashMap<>();
        this.events = new ArrayList<>();
        this.person = Person.UNKNOWN;
        enter(new PersonCommand.Identify("RESIDENT_ID"));
        enter(new PersonCommand.Commit(institutions.getFirst(), FIRST));
        enter(new PersonCommand.Register(institutions.getFirst(), FIRST, RegistrationContent.of("MEDICAL", true)));
    }

    private Clerk(Clerk other) {
        this.institutions = other.institutions;
        this.ids = other.ids;
        this.overturned = new HashMap<>(other.overturned);
        this.events = new ArrayList<>(other.events);
        this.person = other.person;
    }

    /** Returns another clerk with the same records before them. */
    Clerk copy() {
        return new Clerk(this);
    }

    Person person() {
        return person;
    }

    List<PersonEvent> events() {
        return List.copyOf(events);
    }

    /** Enters a command; what is refused leaves nothing. */
    Decision<PersonEvent> enter(PersonCommand command) {
        Decision<PersonEvent> decision = Deciding.decide(person, command, this);
        if (decision instanceof Decision.Accepted<PersonEvent> accepted) {
            accepted.events().forEach(this::record);
        }
        return decision;
    }

    /** Records an event as it comes. */
    void record(PersonEvent event) {
        events.add(event);
        person = Person.evolve(person, event);
    }

    /** Enters one thing after another by chance, and now and then has a handling overturned. */
    void live(Random chance, int steps) {
        for (int step = 0; step < steps; step++) {
            if (chance.nextInt(25) == 0) {
                overturned.putIfAbsent("D" + any(chance, ids), day(chance));
            }
            enter(command(chance));
        }
    }

    /** Merges this record into another, in which its story is recorded as well; what is refused leaves nothing. */
    Decision<PersonEvent> mergeInto(Clerk survivor) {
        known = survivor.person;
        Person before = person;
        Decision<PersonEvent> decision = enter(new PersonCommand.Merge(CLOSED, SURVIVOR, FIRST.plusYears(1), "digest"));
        if (decision instanceof Decision.Accepted<PersonEvent> accepted) {
            Deciding.takingOver(before, CLOSED, survivor.person, (RecordEvent.Merged)
                            accepted.events().getFirst())
                    .forEach(survivor::record);
            survivor.overturned.putAll(overturned);
        }
        return decision;
    }

    /** Has the handling of a notice overturned, and nothing follow of itself. */
    void overturn(String notice, LocalDate day) {
        overturned.put("D" + notice, day);
    }

    /** Has the overturning of a notice's handling found to be a clerk's error, and nothing follow of itself. */
    void letStand(String notice) {
        overturned.remove("D" + notice);
    }

    Decision<PersonEvent> correct(long entry) {
        return enter(new CorrectEntry(entry, FIRST.plusYears(1), "digest"));
    }

    /** Returns some command; most are refused, as nobody looks first whether they fit. */
    PersonCommand command(Random chance) {
        LocalDate day = day(chance);
        String id = any(chance, ids);
        String at = any(chance, institutions);
        return switch (chance.nextInt(30)) {
            case 0 -> new PersonCommand.Commit(at, day);
            case 1, 2 -> new PersonCommand.Register(at, day, content(chance));
            case 3 -> new PersonCommand.Amend(at, day, content(chance));
            case 4 -> new PersonCommand.Depart(at, day, DepartureReason.CONTRACT_ENDED);
            case 5 -> new PersonCommand.MaintainStatus(at, day, StandingKind.SUSPENDED);
            case 6 ->
                new PersonCommand.ReportLicence(
                        Party.PERSON, null, LicenceChange.PRACTICE_SUSPENDED, day, day.plusDays(1));
            case 7, 8, 9, 10 -> score(id, chance);
            case 11 -> new PersonCommand.ServeNotice(id, any(chance, List.of(Party.values())), day, day.plusDays(9));
            case 12 -> new PersonCommand.Remind(id, Talker.AGENCY, day);
            case 13 -> new PersonCommand.Interview(id, day);
            case 14 -> new PersonCommand.Train(day, at);
            case 15 -> new PersonCommand.RevokeOverturned(id);
            case 16, 17 ->
                new AppealCommand.File(
                        id,
                        any(chance, ids),
                        any(chance, List.of(Party.values())),
                        day,
                        AppealGround.FACTS,
                        true,
                        true,
                        null,
                        at);
            case 18 -> new AppealCommand.Explain(id, day, null);
            case 19 -> new AppealCommand.Escalate(id, day);
            case 20 -> new AppealCommand.ReviewByExperts(id, day, Determiner.AGENCY, null, null);
            case 21, 22 -> decision(id, day, chance);
            case 23 -> new AppealCommand.Withdraw(id, day, any(chance, List.of(Party.values())), at);
            case 24 ->
                new RepairCommand.Request(
                        id, day, at, any(chance, List.of(Path.values())), null, true, new RepairEvidence(16, 90, "A"));
            case 25, 26 -> new RepairCommand.Grant(id, day, true, true);
            case 27 ->
                chance.nextBoolean()
                        ? new RepairCommand.Refuse(id, day, "digest")
                        : new RestorationCommand.Decide(id, day, false, "digest");
            case 28 -> new RestorationCommand.Request(id, day, at, true);
            default -> new RestorationCommand.Decide(id, day, true, null);
        };
    }

    private static PersonCommand decision(String id, LocalDate day, Random chance) {
        AppealOutcome outcome = any(chance, List.of(AppealOutcome.values()));
        return new AppealCommand.Decide(
                id,
                day,
                outcome,
                any(chance, List.of(Determiner.AGENCY, Determiner.DEPARTMENT)),
                null,
                outcome == AppealOutcome.UPHELD ? null : AppealGround.WRONG_DEGREE,
                "digest",
                outcome == AppealOutcome.ADJUSTED ? List.of(finding("V1", 0, FIRST)) : List.of());
    }

    private PersonCommand score(String id, Random chance) {
        List<ClaimedFinding> findings = new ArrayList<>();
        for (String violation : List.of("V1", "V2", "V3")) {
            if (chance.nextInt(3) == 0) {
                findings.add(finding(violation, chance.nextInt(3), handled(id)));
            }
        }
        return new PersonCommand.Score(id, "D" + id, FIRST.plusYears(1), null, null, null, true, findings);
    }

    private static ClaimedFinding finding(String violation, int degree, LocalDate acted) {
        return new ClaimedFinding(
                violation,
                violation.equals("V1") ? "TJ-26.3" : violation.equals("V2") ? "TJ-27.1" : "TJ-29.1",
                DEGREES.get(degree),
                null,
                null,
                acted.minusDays(1),
                violation.equals("V3") ? 40 : 38,
                null,
                "digest",
                null,
                null);
    }

    private static RegistrationContent content(Random chance) {
        return RegistrationContent.of(chance.nextBoolean() ? "MEDICAL" : "NURSING", chance.nextBoolean());
    }

    private static LocalDate day(Random chance) {
        return FIRST.plusDays(chance.nextInt(500));
    }

    private static LocalDate handled(String id) {
        return FIRST.plusDays(40L * (id.charAt(0) - '0'));
    }

    private static <T> T any(Random chance, List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    @Override
    public Optional<Institution> institution(String code) {
        return Optional.of(new Institution(code, InstitutionKind.HOSPITAL, true, "120101", FIRST, null, 0));
    }

    @Override
    public Optional<Person> person(String id) {
        return id.equals(SURVIVOR) ? Optional.of(known) : Optional.empty();
    }

    @Override
    public Optional<Handling> handling(String id) {
        return Optional.of(new Handling(
                id,
                "I" + id,
                "H1",
                HandlingKind.ADMINISTRATIVE_PENALTY,
                handled(id.substring(1)),
                List.of(38, 40),
                List.of(),
                null,
                overturned.get(id),
                0));
    }
}
