package org.payqual.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.payqual.command.dispatch.Foresight;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Permits;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonCommand.Enrol;
import org.payqual.domain.person.PersonCommand.Register;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RegistrationContent;

/** Takes the rows of a roster: each a person, their commitment and their registration (TJ-14, 17, 18). */
final class RosterTaking implements RowTaking {

    private final Foresight ledger;
    private final FactsForFile facts;
    private final People people;
    private final Sender sender;
    private final Rights rights;
    private final Seen seen = new Seen();

    RosterTaking(Foresight ledger, People people, Sender sender, Permits permits) {
        this.ledger = ledger;
        this.facts = new FactsForFile(ledger);
        this.people = people;
        this.sender = sender;
        this.rights = new Rights(permits, Ability.COMMIT, Ability.REGISTER);
    }

    @Override
    public List<RowFault> against(Values row) {
        List<RowFault> faults = new ArrayList<>(rights.against(row));
        int line = row.line();
        String person = about(row);
        int first = seen.firstOf(line, "person", person);
        int named = seen.firstOf(line, "name", person, row.text("name"));
        int here = seen.firstOf(line, "place", person, row.text("institution"));
        if (here != 0) {
            faults.add(row.fault(
                    "documentNumber",
                    "person-twice",
                    "该人员在该机构已见于第 " + here + " 行",
                    "this person stands in line " + here + " already, at the same institution"));
        } else if (first != 0 && named == 0) {
            faults.add(row.fault(
                    "name",
                    "name-differs-in-file",
                    "该证件在第 " + first + " 行是另一姓名",
                    "line " + first + " has the same document under another name"));
        } else if (first != 0 && row.maybe("primary") == null) {
            faults.add(row.fault(
                    "primary",
                    "primary-missing",
                    "该人员在第 " + first + " 行已登记于另一机构，须填写“是否主要执业机构”",
                    "line " + first + " has this person at another institution: say which is the primary one"));
        }
        return faults;
    }

    @Override
    public String about(Values row) {
        return row.text("documentType") + " " + row.text("documentNumber");
    }

    @Override
    public void putOnRecord() {
        people.putOnRecord();
    }

    @Override
    public Function<Values, Outcome> foreseeing(List<Values> rows) {
        Function<Values, People.Found> found = people.find(rows);
        return row -> foresee(row, found.apply(row));
    }

    private Outcome foresee(Values row, People.Found found) {
        RowFault fault = found.fault();
        if (fault != null) {
            return new Outcome.Refused(fault);
        }
        Person person = found.id() == null ? Person.UNKNOWN : ledger.person(found.id());
        Decision<PersonEvent> decision = Deciding.decide(person, command(row), facts);
        return decision instanceof Decision.Refused<PersonEvent> refused
                ? Sender.outcome(row, refused.refusal(), PersonCommand.ENROLLED)
                : new Outcome.Fresh();
    }

    @Override
    public Function<Values, Outcome> taking(List<Values> rows) {
        Function<Values, People.Found> found = people.reserve(rows);
        return row -> take(row, found.apply(row));
    }

    private Outcome take(Values row, People.Found found) {
        String id = found.id();
        if (id == null) {
            return new Outcome.Refused(Objects.requireNonNull(found.fault()));
        }
        Enrol command = command(row);
        return sender.enteredFor(row.text("institution"))
                .send(Target.person(id), "enrol", row, PersonCommand.ENROLLED, digest -> command);
    }

    /** Where a roster does not say whether a place is the primary one, it is: who has several places has to say. */
    private static Enrol command(Values row) {
        return new Enrol(
                row.text("documentType"),
                row.date("committed"),
                new Register(
                        row.text("institution"),
                        row.date("from"),
                        new RegistrationContent(
                                row.text("role"),
                                row.is("primary", true),
                                row.maybe("personCode"),
                                row.maybe("region"),
                                row.maybe("practiceType"),
                                row.maybe("practiceCategory"),
                                row.maybe("practiceScope"),
                                row.maybe("title"))));
    }
}
