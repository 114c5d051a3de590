package org.payqual.projections.live;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.payqual.projections.log.SealedEvent;
import org.payqual.projections.person.Changes;
import org.payqual.projections.person.RowFold;
import org.payqual.projections.person.RowWriter;

/**
 * Keeps the live tables: collects what the events of one batch change and writes it, with the position reached, in the
 * batch's own transaction. Its messages carry {@link SealedEvent}s of all streams, so that the position is whole.
 */
public final class LiveTables implements EventHandlerInvoker {

    private static final String BATCH = LiveTables.class.getName();

    private final long build;
    private final RowFold fold;
    private final RowWriter writer;
    private final Progress progress;

    /**
     * Creates the keeper of the tables that the writer writes.
     *
     * @param build their number; once others are live, nothing is written any more
     * @param fold new, or used for these tables only: it remembers what it has seen of them
     */
    public LiveTables(long build, RowFold fold, RowWriter writer, Progress progress) {
        this.build = build;
        this.fold = fold;
        this.writer = writer;
        this.progress = progress;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        SealedEvent event = (SealedEvent) message.getPayload();
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Batch batch = work.getOrComputeResource(BATCH, key -> begin(work, event.position()));
        batch.last = event.position();
        fold.fold(event, batch.changes);
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    private Batch begin(UnitOfWork<?> work, long first) {
        Batch batch = new Batch(first);
        work.onPrepareCommit(committing -> {
            writer.write(batch.changes);
            progress.advance(build, batch.first, batch.last);
        });
        work.afterCommit(committed -> progress.committed(batch.last));
        return batch;
    }

    private static final class Batch {

        private final Changes changes = new Changes();
        private final long first;
        private long last;

        private Batch(long first) {
            this.first = first;
            this.last = first;
        }
    }
}
