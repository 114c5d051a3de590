package org.payqual.command.dispatch;

import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.StreamName;

/** Folds streams out of the event store, without their lock. */
final class Streams {

    private Streams() {}

    /**
     * Folds a stream from one of its events on.
     *
     * @throws UnreadableStream if an event cannot follow
     */
    static <S extends @Nullable Object, E extends Event> S fold(
            EventStore events,
            StreamName stream,
            Class<E> kind,
            S before,
            long from,
            BiFunction<S, E, ? extends S> evolve) {
        S state = before;
        try {
            DomainEventStream recorded = events.readEvents(stream.stored(), from);
            while (recorded.hasNext()) {
                Object event = recorded.next().getPayload();
                if (!kind.isInstance(event)) {
                    throw new MalformedHistory("an event of another kind of stream");
                }
                state = evolve.apply(state, kind.cast(event));
            }
            return state;
        } catch (MalformedHistory e) {
            throw new UnreadableStream(stream, e);
        }
    }
}
