package org.payqual.command.dispatch;

import org.axonframework.modelling.command.AggregateRoot;
import org.payqual.domain.law.Law;
import org.payqual.domain.law.LawCommand;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.StreamName;

/** The one stream of law. */
@AggregateRoot(type = "law")
final class LawStream extends RecordedStream<LawCommand, LawEvent> {

    private Law law = Law.NONE;

    LawStream(StreamName stream) {
        super(stream, LawEvent.class);
    }

    /** Returns the law of its events. */
    Law law() {
        return law;
    }

    @Override
    Decision<LawEvent> decide(LawCommand command, LedgerFacts facts) {
        return law.decide(command);
    }

    @Override
    void evolve(LawEvent event) {
        law = Law.evolve(law, event);
    }
}
