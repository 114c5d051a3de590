package org.payqual.domain.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.PersonCommand.Commit;
import org.payqual.domain.person.PersonCommand.Enrol;
import org.payqual.domain.person.PersonCommand.Identify;
import org.payqual.domain.person.PersonCommand.Register;

/** Taking people over from rosters: several decisions, each on what the ones before it would leave. */
final class Enrolling {

    private Enrolling() {}

    /**
     * Accepts what each of the steps accepts, together; the first refusal is that of the whole. Whoever was erased is
     * refused, for a roster knows people by their documents.
     */
    static Decision<PersonEvent> enrol(Person person, Enrol enrol, Facts facts) {
        Optional<Refusal> unknown = Deciding.againstKnownByDocument(person);
        if (unknown.isPresent()) {
            return new Decision.Refused<>(unknown.get());
        }
        Register register = enrol.registration();
        if (isOnRecord(person, register)) {
            return Refusals.enrolled(register.institution(), register.from());
        }
        List<PersonEvent> events = new ArrayList<>();
        Person after = person;
        for (PersonCommand step : steps(person, enrol)) {
            Decision<PersonEvent> decision = Deciding.decide(after, step, facts);
            if (!(decision instanceof Decision.Accepted<PersonEvent> accepted)) {
                return decision;
            }
            for (PersonEvent event : accepted.events()) {
                after = Person.evolve(after, event);
                events.add(event);
            }
        }
        return new Decision.Accepted<>(events);
    }

    private static List<PersonCommand> steps(Person person, Enrol enrol) {
        List<PersonCommand> steps = new ArrayList<>();
        Commitment commitment = new Commitment(enrol.registration().institution(), enrol.committed());
        if (!person.identified()) {
            steps.add(new Identify(enrol.documentType()));
        }
        if (!person.commitments().contains(commitment)) {
            steps.add(new Commit(commitment.institution(), commitment.date()));
        }
        steps.add(enrol.registration());
        return steps;
    }

    /** What has become of the registration since, by an amendment or a departure, is no matter of the roster's. */
    private static boolean isOnRecord(Person person, Register register) {
        return person.registrations().stream()
                .anyMatch(it -> it.institution().equals(register.institution())
                        && it.from().equals(register.from())
                        && it.contents().getFirst().says().equals(register.content()));
    }
}
