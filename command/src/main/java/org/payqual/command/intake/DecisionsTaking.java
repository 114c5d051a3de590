package org.payqual.command.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Foresight;
import org.payqual.command.dispatch.Keeping;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Permits;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.Notice;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.person.PersonCommand.Identify;
import org.payqual.domain.person.PersonCommand.Score;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.rulebook.Responsibility;

/**
 * Takes the rows of decisions: the inspection and the handling first, where they are not on record, then the person
 * scored on it, where the file has people (TJ-24, 25, 30).
 */
final class DecisionsTaking implements RowTaking {

    private static final String PERSON = "documentNumber";
    private static final String NOT_KEPT = "0".repeat(64);

    private final Foresight ledger;
    private final HandlingsOfFile handlings;
    private final People people;
    private final Sender sender;
    private final Rights rights;
    private final LocalDate today;
    private final boolean withPeople;
    private final Seen seen = new Seen();

    DecisionsTaking(
            Foresight ledger,
            People people,
            Sender sender,
            Permits permits,
            Actor actor,
            Heading heading,
            LocalDate today) {
        this.ledger = ledger;
        this.handlings = new HandlingsOfFile(ledger, sender, actor);
        this.people = people;
        this.sender = sender;
        this.withPeople = heading.has(PERSON);
        this.rights = withPeople
                ? new Rights(permits, Ability.OPEN_INSPECTION, Ability.DECIDE_HANDLING, Ability.SCORE)
                : new Rights(permits, Ability.OPEN_INSPECTION, Ability.DECIDE_HANDLING);
        this.today = today;
    }

    @Override
    public List<RowFault> against(Values row) {
        List<RowFault> faults = new ArrayList<>(rights.against(row));
        faults.addAll(handlings.against(row, seen));
        if (withPeople) {
            int first = seen.firstOf(row.line(), "notice", row.text("notice"), person(row));
            if (first != 0) {
                faults.add(row.fault(
                        PERSON,
                        "person-twice",
                        "该人员的同一通知书已见于第 " + first + " 行，每人每份通知书只占一行",
                        "line " + first
                                + " has this person under the same notice already; a notice takes one line each"));
            }
        }
        return faults;
    }

    @Override
    public String about(Values row) {
        return withPeople ? person(row) : row.text("handling");
    }

    private static String person(Values row) {
        return row.text("documentType") + " " + row.text(PERSON);
    }

    @Override
    public void putOnRecord() {
        people.putOnRecord();
    }

    @Override
    public Function<Values, Outcome> foreseeing(List<Values> rows) {
        if (!withPeople) {
            return handlings::foresee;
        }
        Function<Values, People.Found> found = people.find(rows);
        return row -> handlings.foresee(row) instanceof Outcome.Refused refused
                ? refused
                : foreseeScore(row, found.apply(row));
    }

    private Outcome foreseeScore(Values row, People.Found found) {
        RowFault fault = found.fault();
        if (fault != null) {
            return new Outcome.Refused(fault);
        }
        Person person = found.id() == null ? Person.UNKNOWN : ledger.person(found.id());
        if (isOnRecord(person, row)) {
            return new Outcome.OnRecord();
        }
        Person known = person.identified() ? person : Person.evolve(person, new Identified(row.text("documentType")));
        return Deciding.decide(known, score(row, null), handlings.facts())
                        instanceof Decision.Refused<PersonEvent> refused
                ? new Outcome.Refused(RowFault.of(row, refused.refusal()))
                : new Outcome.Fresh();
    }

    /** A notice that fell or was adjusted since is still the one that the row brought. */
    private static boolean isOnRecord(Person person, Values row) {
        Notice notice = person.notices().get(row.text("notice"));
        return notice != null
                && !notice.corrected()
                && notice.handling().equals(row.text("handling"))
                && (!notice.past().isEmpty()
                        || notice.findings().stream()
                                .allMatch(it -> it.violation()
                                                .equals(row.text("violation").toUpperCase(Locale.ROOT))
                                        && it.circumstance().equals(row.text("circumstance"))
                                        && it.responsibility() == row.of(Responsibility.class, "responsibility")));
    }

    @Override
    public Function<Values, Outcome> taking(List<Values> rows) {
        if (!withPeople) {
            return handlings::take;
        }
        Function<Values, People.Found> found = people.reserve(rows);
        return row ->
                handlings.take(row) instanceof Outcome.Refused refused ? refused : takeScore(row, found.apply(row));
    }

    private Outcome takeScore(Values row, People.Found found) {
        String id = found.id();
        if (id == null) {
            return new Outcome.Refused(Objects.requireNonNull(found.fault()));
        }
        Person person = ledger.person(id);
        // Looked for here, unlike a roster's row: by their id an erased person may be scored. Whoever is erased between
        // this look and the score is scored nonetheless, as by their id.
        Optional<Refusal> unknown = Deciding.againstKnownByDocument(person);
        if (unknown.isPresent()) {
            return new Outcome.Refused(RowFault.of(row, unknown.get()));
        }
        if (isOnRecord(person, row)) {
            return new Outcome.OnRecord();
        }
        if (!person.identified()) {
            Outcome identified = sender.send(
                    Target.person(id),
                    "identify",
                    row,
                    "person-known",
                    digest -> new Identify(row.text("documentType")));
            if (identified instanceof Outcome.Refused) {
                return identified;
            }
        }
        return sender.send(Target.person(id), "score", row, "", digest -> score(row, digest));
    }

    private Score score(Values row, @Nullable Keeping keeping) {
        return new Score(
                row.text("notice"),
                row.text("handling"),
                today,
                row.maybeDate("starts"),
                row.maybeWhole("months"),
                digest(row, "monthsReason", keeping),
                row.is("institutionHeard", false),
                List.of(new ClaimedFinding(
                        row.text("violation"),
                        row.text("circumstance"),
                        row.of(Responsibility.class, "responsibility"),
                        row.maybeWhole("points"),
                        row.maybeDate("actedFrom"),
                        row.date("actedTo"),
                        row.maybeWhole("article"),
                        null,
                        digest(row, "reason", keeping),
                        null,
                        null)));
    }

    /** In a trial nothing is kept; that there is a reason is all that counts. */
    private static @Nullable String digest(Values row, String field, @Nullable Keeping keeping) {
        String text = row.maybe(field);
        return text == null ? null : keeping == null ? NOT_KEPT : keeping.apply(text);
    }
}
