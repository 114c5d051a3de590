package org.payqual.command.dispatch;

import org.axonframework.modelling.command.AggregateRoot;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.person.Deciding;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;

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

    @Override
    void evolve(PersonEvent event) {
        person = Person.evolve(person, event);
    }
}
