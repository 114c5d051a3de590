package org.payqual.command.dispatch;

import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Statements;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;

/**
 * Handles the merger of one record of a person into another: loads both, and writes to both in one transaction, to the
 * survivor first, so that what the closed record held is nowhere missing.
 */
final class MergerHandler implements MessageHandler<CommandMessage<?>> {

    private final Repository<PersonStream> people;
    private final Supplier<LedgerFacts> facts;
    private final Statements statements;

    MergerHandler(Repository<PersonStream> people, Supplier<LedgerFacts> facts, Statements statements) {
        this.people = people;
        this.facts = facts;
        this.statements = statements;
    }

    private record Both(Aggregate<PersonStream> closed, Aggregate<PersonStream> survivor) {}

    @Override
    @SuppressWarnings("unchecked") // the bus knows orders of this kind by their target
    public Outcome handle(CommandMessage<?> message) {
        Order<PersonCommand> order = (Order<PersonCommand>) message.getPayload();
        Both both = load(order.target().stream(), order.target().beside());
        return both.closed()
                .invoke(closed -> closed.answer(
                        order,
                        facts.get(),
                        statements,
                        events -> events.forEach(event -> goOver(closed, both.survivor(), event, order))));
    }

    /** Two who merge the same records crosswise would wait for each other, if both did not begin with the same one. */
    private Both load(StreamName closed, @Nullable StreamName survivor) {
        if (survivor == null) {
            throw new IllegalArgumentException("a merger is about two records");
        }
        if (closed.stored().compareTo(survivor.stored()) < 0) {
            Aggregate<PersonStream> first = people.load(closed.stored());
            return new Both(first, people.load(survivor.stored()));
        }
        Aggregate<PersonStream> first = people.load(survivor.stored());
        return new Both(people.load(closed.stored()), first);
    }

    private static void goOver(
            PersonStream closed, Aggregate<PersonStream> survivor, PersonEvent event, Order<PersonCommand> order) {
        if (event instanceof RecordEvent.Merged merged) {
            survivor.execute(it ->
                    it.record(it.takingOver(closed, merged), order.provenance().beside()));
        }
    }
}
