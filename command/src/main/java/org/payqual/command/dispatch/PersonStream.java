package org.payqual.command.dispatch;

import java.util.List;
import org.axonframework.modelling.command.AggregateRoot;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;

/** A person's stream. */
@AggregateRoot(type = "person")
final class PersonStream extends RecordedStream<PersonCommand, PersonEvent> {

    private Person person = Person.UNKNOWN;

    PersonStream(StreamName stream) {
        super(stream, PersonEvent.class);
    }

    @Override
    Decision<PersonEvent> decide(PersonCommand command, LedgerFacts facts) {
        return Deciding.decide(person, command, facts);
    }

    /** Returns what this record takes over when another is merged into it. */
    List<PersonEvent> takingOver(PersonStream closed, RecordEvent.Merged merged) {
        return Deciding.takingOver(closed.person, closed.id(), person, merged);
    }

    @Override
    void evolve(PersonEvent event) {
        person = Person.evolve(person, event);
    }
}
