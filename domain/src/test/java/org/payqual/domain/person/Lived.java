package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonCommand.Commit;
import org.payqual.domain.person.PersonCommand.Identify;
import org.payqual.domain.person.PersonCommand.Register;
import org.payqual.domain.person.PersonCommand.RevokeOverturned;
import org.payqual.domain.person.PersonCommand.Score;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Responsibility;

/** A random life as it is decided: a person registered on the first day of the first year, then scored and relieved. */
public final class Lived implements TianjinAlone {

    private static final String INSTITUTION = "H1";
    private static final List<Responsibility> DEGREES =
            List.of(Responsibility.GENERAL, Responsibility.IMPORTANT, Responsibility.PRIMARY);

    private final LocalDate first;
    private final Map<String, Handling> handlings = new HashMap<>();
    private final List<PersonEvent> events = new ArrayList<>();
    private final List<String> inForce = new ArrayList<>();
    private final List<LocalDate> handled = new ArrayList<>();
    private Person person = Person.UNKNOWN;
    private int notices;

    /** Begins a life. */
    public Lived(int firstYear) {
        this.first = LocalDate.of(firstYear, 1, 1);
        decide(new Identify("RESIDENT_ID"));
        decide(new Commit(INSTITUTION, first));
        decide(new Register(INSTITUTION, first, RegistrationContent.of("MEDICAL", true)));
    }

    /** Lives a whole life. */
    public static Lived of(Lives.Life life) {
        Lived lived = new Lived(life.firstYear());
        life.happenings().forEach(lived::happen);
        return lived;
    }

    /** Returns the first day of the first year. */
    public LocalDate first() {
        return first;
    }

    /** Returns the person as decided so far. */
    public Person person() {
        return person;
    }

    /** Returns what was recorded. */
    public List<PersonEvent> events() {
        return List.copyOf(events);
    }

    /** Returns the notices in force, in order of recording. */
    public List<String> inForce() {
        return List.copyOf(inForce);
    }

    /** Lets something happen; an overturning where nothing is in force is nothing. */
    public Decision<PersonEvent> happen(Lives.Happening happening) {
        return switch (happening) {
            case Lives.Notified it -> score(it);
            case Lives.Overturned it when inForce.isEmpty() -> new Decision.Accepted<>(List.of());
            case Lives.Overturned it -> overturn(inForce.get(it.choice() % inForce.size()));
        };
    }

    /** Overturns the handling of a notice in force. */
    public Decision<PersonEvent> overturn(String notice) {
        Handling handling = handlings.get("D" + notice);
        if (handling == null) {
            throw new IllegalArgumentException("no such notice");
        }
        LocalDate day = handling.date().plusYears(2);
        handlings.put(handling.id(), handling.overturnedOn(day));
        inForce.remove(notice);
        return decide(new RevokeOverturned(notice));
    }

    /** Returns the day of a notice's handling. */
    public LocalDate date(Lives.Notified notified) {
        return first.plusDays(notified.day());
    }

    /** Returns the last day of a finding's act: some time ago, or right after an earlier handling. */
    public LocalDate acted(Lives.Notified notified, Lives.Chosen chosen) {
        LocalDate date = date(notified);
        LocalDate acted = chosen.after() < 0 || handled.isEmpty()
                ? date.minusDays(chosen.ago())
                : handled.get(chosen.after() / 2 % handled.size()).plusDays(chosen.after() % 2);
        return acted.isAfter(date) ? date : acted;
    }

    /** Returns the circumstance of a band that fits the handling. */
    public static String circumstance(Lives.Notified notified, Lives.Chosen chosen) {
        return switch (chosen.band()) {
            case 0 -> notified.penalty() ? "TJ-26.3" : "TJ-26.1";
            case 1 -> notified.penalty() ? "TJ-27.1" : "TJ-27.3";
            case 2 -> chosen.asRepeat() ? "TJ-28.2" : "TJ-28.1";
            default -> notified.penalty() ? "TJ-29.1" : "TJ-29.3";
        };
    }

    private Decision<PersonEvent> score(Lives.Notified it) {
        String notice = "N" + ++notices;
        LocalDate date = date(it);
        HandlingKind kind = it.penalty() ? HandlingKind.ADMINISTRATIVE_PENALTY : HandlingKind.AGREEMENT_HANDLING;
        handlings.put(
                "D" + notice,
                new Handling(
                        "D" + notice,
                        "I" + it.inspection(),
                        INSTITUTION,
                        kind,
                        date,
                        List.of(38, 40),
                        List.of(HandlingManner.LIQUIDATED_DAMAGES),
                        null,
                        null,
                        0));
        Decision<PersonEvent> decision = decide(new Score(
                notice,
                "D" + notice,
                date,
                it.delay() == 0 ? null : date.plusDays(it.delay()),
                null,
                null,
                true,
                it.findings().stream().map(chosen -> claimed(it, chosen)).toList()));
        if (decision instanceof Decision.Accepted) {
            inForce.add(notice);
            handled.add(date);
        }
        return decision;
    }

    private ClaimedFinding claimed(Lives.Notified notified, Lives.Chosen chosen) {
        Responsibility degree = DEGREES.get(chosen.degree());
        return new ClaimedFinding(
                "V" + chosen.violation(),
                circumstance(notified, chosen),
                degree,
                null,
                null,
                acted(notified, chosen),
                chosen.band() == 3 ? 40 : 38,
                null,
                "reason",
                null,
                null);
    }

    private Decision<PersonEvent> decide(PersonCommand command) {
        Decision<PersonEvent> decision = Deciding.decide(person, command, this);
        if (decision instanceof Decision.Accepted<PersonEvent> accepted) {
            accepted.events().forEach(event -> {
                events.add(event);
                person = Person.evolve(person, event);
            });
        }
        return decision;
    }

    @Override
    public Optional<Institution> institution(String code) {
        return Optional.of(new Institution(code, InstitutionKind.HOSPITAL, true, "120101", first, null, 0));
    }

    @Override
    public Optional<Handling> handling(String id) {
        return Optional.ofNullable(handlings.get(id));
    }
}
