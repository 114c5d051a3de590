package org.payqual.projections.rebuild;

import java.util.List;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import org.payqual.projections.person.Changes;
import org.payqual.projections.person.JdbcPast;
import org.payqual.projections.person.PersonFold;
import org.payqual.projections.person.RowFold;
import org.payqual.projections.person.RowWriter;

/** Brings what was sealed since the streams were loaded, in log order, as the live tables get it. */
final class CatchingUp {

    /** How near the end of the log the tables have to be for what is left to follow within the switch. */
    static final int NEAR = 500;

    private static final int BATCH = 1_000;

    private final RebuildSession session;
    private final RebuildWatch watch;
    private final LogReader log;
    private final RowFold fold;
    private final RowWriter writer;

    CatchingUp(RebuildSession session, EventCodec codec, String schema, RebuildWatch watch) {
        this.session = session;
        this.watch = watch;
        this.log = new LogReader(session.source());
        this.fold = new RowFold(codec, new JdbcPast(log, session.jdbc, schema), PersonFold.USUAL);
        this.writer = new RowWriter(session.template, schema);
    }

    /** Follows until the tables are near the end of the log. */
    RebuildState follow(RebuildState begun) {
        RebuildState state = begun;
        long head = log.head().orElse(LogHead.NONE);
        while (head - state.position() > NEAR) {
            RebuildCancelled.check(watch);
            watch.at(RebuildStep.CATCHING_UP, state.position() - state.snapshot(), head - state.snapshot());
            RebuildState from = state;
            state = session.inTransaction(() -> step(from));
            head = log.head().orElse(LogHead.NONE);
        }
        watch.at(RebuildStep.CATCHING_UP, state.position() - state.snapshot(), state.position() - state.snapshot());
        return state;
    }

    /** Takes in the next events of the log, within the transaction that is open. */
    RebuildState step(RebuildState from) {
        List<SealedEvent> events = log.from(from.position() + 1, BATCH);
        if (events.isEmpty()) {
            return from;
        }
        Changes changes = new Changes();
        events.forEach(it -> fold.fold(it, changes));
        writer.write(changes);
        return session.keep(from.reaching(events.getLast().position()));
    }
}
