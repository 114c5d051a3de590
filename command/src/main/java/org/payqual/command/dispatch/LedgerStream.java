package org.payqual.command.dispatch;

import java.util.List;
import org.axonframework.modelling.command.AggregateRoot;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.LedgerOpened;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.StreamName;

/** The stream of the ledger's own events. */
@AggregateRoot(type = "ledger")
final class LedgerStream extends RecordedStream<OpenLedger, LedgerOpened> {

    /** Until the stored form is frozen. */
    private static final int FORMAT = 0;

    private boolean open;

    LedgerStream(StreamName stream) {
        super(stream, LedgerOpened.class);
    }

    @Override
    Decision<LedgerOpened> decide(OpenLedger command, LedgerFacts facts) {
        return open
                ? new Decision.Refused<>(
                        new Refusal(Refusal.Kind.CONFLICT, "ledger-open", null, null, "账本已开启", "the ledger is open"))
                : new Decision.Accepted<>(List.of(new LedgerOpened(id(), FORMAT, command.sample())));
    }

    @Override
    void evolve(LedgerOpened event) {
        if (open || !event.ledger().equals(id())) {
            throw new MalformedHistory("a ledger is opened once, under its own id");
        }
        open = true;
    }
}
