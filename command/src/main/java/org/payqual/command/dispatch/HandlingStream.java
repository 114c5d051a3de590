package org.payqual.command.dispatch;

import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.handling.HandlingCommand;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.rulebook.Rulebook;

/** A handling's stream. */
@AggregateRoot(type = "handling")
final class HandlingStream extends RecordedStream<HandlingCommand, HandlingEvent> {

    private @Nullable Handling handling;

    HandlingStream(StreamName stream) {
        super(stream, HandlingEvent.class);
    }

    @Override
    Decision<HandlingEvent> decide(HandlingCommand command, LedgerFacts facts) {
        return switch (command) {
            case HandlingCommand.Decide decide ->
                Handling.decide(
                        handling,
                        decide,
                        facts.inspection(decide.inspection()).orElse(null),
                        facts.institution(decide.institution()).orElse(null),
                        null);
            case HandlingCommand.Overturn overturn ->
                Handling.decide(handling, overturn, null, null, handling == null ? null : governing(handling, facts));
            case HandlingCommand.CorrectEntry correct ->
                Handling.decide(handling, correct, null, null, handling == null ? null : governing(handling, facts));
        };
    }

    private static @Nullable Rulebook governing(Handling handling, LedgerFacts facts) {
        return facts.institution(handling.institution())
                .flatMap(it -> facts.governing(it.region(), handling.date()))
                .orElse(null);
    }

    @Override
    void evolve(HandlingEvent event) {
        handling = Handling.evolve(handling, id(), event);
    }
}
