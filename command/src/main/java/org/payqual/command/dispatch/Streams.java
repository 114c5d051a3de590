package org.payqual.command.dispatch;

import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
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
     * Folds a stream.
     *
     * @throws UnreadableStream if an event cannot follow
     */
    static <S extends @Nullable Object, E extends Event> S fold(
            EventStore events, StreamName stream, Class<E> kind, S before, BiFunction<S, E, ? extends S> evolve) {
        S state = before;
        try {
            DomainEventStream recorded = events.readEvents(stream.stored());
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

    /**
     * Folds a stream into one that has no events yet.
     *
     * @throws UnreadableStream if an event cannot follow
     */
    static <A extends RecordedStream<?, ?>> A fold(EventStore events, A blank) {
        try {
            DomainEventStream recorded = events.readEvents(blank.name());
            while (recorded.hasNext()) {
                DomainEventMessage<?> event = recorded.next();
                blank.on((Event) event.getPayload(), event.getMetaData(), event.getIdentifier());
            }
            return blank;
        } catch (MalformedHistory e) {
            throw new UnreadableStream(blank.stream(), e);
        }
    }
}
