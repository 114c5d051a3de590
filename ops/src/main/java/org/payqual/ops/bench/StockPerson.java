package org.payqual.ops.bench;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;

/** A person as the framework's guide writes an aggregate, with the same events and the same fold. */
final class StockPerson {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // the framework reads it
    private @Nullable String id;

    private Person person = Person.UNKNOWN;

    /** Makes a person known. */
    record Identify(@TargetAggregateIdentifier String id) {}

    /** Records a training. */
    record Train(@TargetAggregateIdentifier String id, LocalDate date, String institution, Receipt receipt) {}

    /**
     * The event by which a stream opens, which has to name it.
     *
     * @param id of the person
     * @param identified what payqual records
     */
    record Opened(String id, PersonEvent.Identified identified) {}

    StockPerson() {}

    @CommandHandler
    StockPerson(Identify command) {
        apply(new Opened(command.id(), new PersonEvent.Identified("PASSPORT")));
    }

    @CommandHandler
    void train(Train command) {
        apply(new PersonEvent.Trained(command.date(), command.institution(), command.receipt()));
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.id();
        person = Person.evolve(person, event.identified());
    }

    @EventSourcingHandler
    void on(PersonEvent event) {
        person = Person.evolve(person, event);
    }
}
