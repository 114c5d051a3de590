package org.payqual.command.dispatch;

import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Repository;
import org.payqual.command.port.Statements;

/**
 * Handles the orders to one kind of stream: loads it, and lets it answer.
 *
 * @param <A> the aggregate
 * @param <C> its commands
 */
final class OrderHandler<A extends RecordedStream<C, ?>, C> implements MessageHandler<CommandMessage<?>> {

    private final Repository<A> repository;
    private final Supplier<LedgerFacts> facts;
    private final Statements statements;

    OrderHandler(Repository<A> repository, Supplier<LedgerFacts> facts, Statements statements) {
        this.repository = repository;
        this.facts = facts;
        this.statements = statements;
    }

    @Override
    @SuppressWarnings("unchecked") // the bus routes by the kind of stream, and the target's type fixes the command's
    public Outcome handle(CommandMessage<?> message) {
        Order<C> order = (Order<C>) message.getPayload();
        return repository
                .load(order.target().stream().stored())
                .invoke(stream -> stream.answer(order, facts.get(), statements));
    }
}
