package org.payqual.ops.read;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.DepartureReason;
import org.payqual.domain.person.Facts;
import org.payqual.domain.person.LicenceChange;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.RegistrationContent;
import org.payqual.domain.person.Talker;
import org.payqual.domain.rulebook.Adoption;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Rulebooks;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.domain.rulebook.StandingKind;

/** One random life at a time: commands in any order and of any date, of which those are taken that the law accepts. */
final class Lives implements Facts {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 700;
    private static final String REASON = "00".repeat(32);
    private static final Rulebooks LAW = law();
    private static final Map<String, Institution> INSTITUTIONS = Map.of(
            "H1", new Institution("H1", InstitutionKind.HOSPITAL, true, "120101", FIRST, null, 0),
            "H2", new Institution("H2", InstitutionKind.HOSPITAL, false, "120103", FIRST, null, 0),
            "P1", new Institution("P1", InstitutionKind.PHARMACY, false, "120101", FIRST, null, 0),
            "H3", new Institution("H3", InstitutionKind.HOSPITAL, true, "120101", FIRST, null, 0),
            "H4", new Institution("H4", InstitutionKind.HOSPITAL, false, "120103", FIRST, null, 0),
            "P2", new Institution("P2", InstitutionKind.PHARMACY, false, "120101", FIRST, null, 0));

    private final RandomGenerator random;
    private final Map<String, Handling> handlings = new HashMap<>();
    private final List<String> places;
    private final String mark;
    private Person person = Person.UNKNOWN;
    private Person known = Person.UNKNOWN;
    private int count;

    Lives(RandomGenerator random) {
        this(random, List.of("H1", "H2", "P1"), "");
    }

    /**
     * A life that has nothing in common with others.
     *
     * @param places where it happens: two hospitals and a pharmacy
     * @param mark in its notices, handlings and inspections
     */
    Lives(RandomGenerator random, List<String> places, String mark) {
        this.random = random;
        this.places = places;
        this.mark = mark;
    }

    /**
     * Ends in another life of the same person, if the law accepts that.
     *
     * @return what is recorded of the other, and then of this one
     */
    Optional<List<List<PersonEvent>>> mergeInto(Lives other, String id, String otherId) {
        known = other.person;
        PersonCommand merge = new PersonCommand.Merge(id, otherId, FIRST, REASON);
        if (!(Deciding.decide(person, merge, this) instanceof Decision.Accepted<PersonEvent> accepted)) {
            return Optional.empty();
        }
        List<PersonEvent> taken = Deciding.takingOver(
                person, id, other.person, (RecordEvent.Merged) accepted.events().getFirst());
        other.person = taken.stream().reduce(other.person, Person::evolve, (one, two) -> two);
        other.handlings.putAll(handlings);
        return Optional.of(List.of(taken, accepted.events()));
    }

    private static Rulebooks law() {
        byte[] file = ShippedRulebooks.file("tianjin-2025").orElseThrow();
        return ((Adoption.Adopted) Rulebooks.none().adopt(file)).all();
    }

    /** Lives on by one accepted command. */
    List<PersonEvent> next() {
        while (true) {
            PersonCommand command = person.identified() ? command() : new PersonCommand.Identify("RESIDENT_ID");
            if (Deciding.decide(person, command, this) instanceof Decision.Accepted<PersonEvent> accepted) {
                for (PersonEvent event : accepted.events()) {
                    person = Person.evolve(person, event);
                }
                return accepted.events();
            }
        }
    }

    private PersonCommand command() {
        String place = places.get(random.nextInt(places.size()));
        LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
        RegistrationContent content = content(place);
        return switch (random.nextInt(32)) {
            case 0, 1, 2 -> new PersonCommand.Commit(place, FIRST.plusDays(random.nextInt(60)));
            case 3, 4, 5 -> new PersonCommand.Register(place, day, content);
            case 6 -> new PersonCommand.Amend(place, day, content);
            case 7 -> new PersonCommand.Depart(place, day, DepartureReason.RETIRED);
            case 8 -> new PersonCommand.MaintainStatus(place, day, StandingKind.NORMAL);
            case 9 -> new PersonCommand.ReportLicence(Party.PERSON, null, LicenceChange.LICENCE_REVOKED, day, day);
            case 10 -> new PersonCommand.ServeNotice(notice(), Party.PERSON, day, null);
            case 11 -> new PersonCommand.Remind(notice(), Talker.AGENCY, day);
            case 12 -> new PersonCommand.Interview(notice(), day);
            case 13, 14 -> overturn(day);
            case 15 -> reinstate(day);
            case 16, 17, 18, 19, 20 -> score(place, day);
            default -> new Redressing(random, person, place, day, mark).command();
        };
    }

    private RegistrationContent content(String place) {
        String role = place.startsWith("P") ? one("PHARMACY_PRINCIPAL", "PHARMACY_OTHER") : one("MEDICAL", "NURSING");
        return random.nextBoolean()
                ? RegistrationContent.of(role, random.nextBoolean())
                : new RegistrationContent(
                        role, true, one("D120101000001", "D12" + mark), "120101", "01", "02", "03", "231");
    }

    private PersonCommand score(String place, LocalDate day) {
        String id = "C" + mark + count++;
        HandlingKind kind = one(HandlingKind.values());
        handlings.put(
                id,
                new Handling(
                        id,
                        "I" + mark + random.nextInt(4),
                        place,
                        kind,
                        day,
                        List.of(39),
                        List.of(HandlingManner.LIQUIDATED_DAMAGES),
                        null,
                        null,
                        0));
        ClaimedFinding finding = new ClaimedFinding(
                one("V1", "V2", "V3"),
                one("TJ-26.1", "TJ-26.3", "TJ-27.1", "TJ-27.3", "TJ-28.1", "TJ-28.2", "TJ-29.3"),
                one(Responsibility.values()),
                null,
                null,
                day.minusDays(random.nextInt(90)),
                39,
                null,
                REASON,
                null,
                null);
        LocalDate starts = random.nextBoolean() ? null : day.plusDays(random.nextInt(60));
        return new PersonCommand.Score(
                "N" + mark + count, id, day.plusDays(3), starts, null, null, true, List.of(finding));
    }

    private PersonCommand overturn(LocalDate day) {
        String notice = notice();
        if (person.notices().containsKey(notice)) {
            Handling old = handlings.get(person.notices().get(notice).handling());
            LocalDate overturned = old.date().isBefore(day) ? day : old.date();
            handlings.put(old.id(), old.overturnedOn(overturned));
        }
        return new PersonCommand.RevokeOverturned(notice);
    }

    /** The overturning itself was a clerk's error. */
    private PersonCommand reinstate(LocalDate day) {
        String notice = notice();
        if (person.notices().containsKey(notice)) {
            Handling old = handlings.get(person.notices().get(notice).handling());
            handlings.put(
                    old.id(),
                    new Handling(
                            old.id(),
                            old.inspection(),
                            old.institution(),
                            old.kind(),
                            old.date(),
                            old.articles(),
                            old.manners(),
                            old.madeBy(),
                            null,
                            old.version()));
        }
        return new PersonCommand.Reinstate(notice, day, REASON);
    }

    private String notice() {
        List<String> known = List.copyOf(person.notices().keySet());
        return known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    @Override
    public Optional<Institution> institution(String code) {
        return Optional.ofNullable(INSTITUTIONS.get(code));
    }

    @Override
    public Optional<Person> person(String id) {
        return Optional.of(known).filter(Person::identified);
    }

    @Override
    public Optional<Handling> handling(String id) {
        return Optional.ofNullable(handlings.get(id));
    }

    @Override
    public Optional<Rulebook> governing(String region, LocalDate day) {
        return LAW.governing(region, day).rulebook();
    }

    @Override
    public WorkingDays workingDays() {
        return WorkingDays.none();
    }

    @Override
    public Optional<Rulebook> rulebook(String id) {
        return LAW.byId(id);
    }
}
