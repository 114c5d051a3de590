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
        return replay(events, stream, before, (state, recorded) -> {
            Object event = recorded.getPayload();
            if (!kind.isInstance(event)) {
                throw new MalformedHistory("an event of another kind of stream");
            }
            return evolve.apply(state, kind.cast(event));
        });
    }

    /**
     * Folds a stream into one that has no events yet.
     *
     * @throws UnreadableStream if an event cannot follow
     */
    static <A extends RecordedStream<?, ?>> A fold(EventStore events, A blank) {
        return replay(events, blank.stream(), blank, (folded, event) -> {
            folded.on((Event) event.getPayload(), event.getMetaData(), event.getIdentifier());
            return folded;
        });
    }

    private static <S extends @Nullable Object> S replay(
            EventStore events, StreamName stream, S before, BiFunction<S, DomainEventMessage<?>, ? extends S> step) {
        S state = before;
        try {
            DomainEventStream recorded = events.readEvents(stream.stored());
            while (recorded.hasNext()) {
                state = step.apply(state, recorded.next());
            }
            return state;
        } catch (MalformedHistory e) {
            throw new UnreadableStream(stream, e);
        }
    }
}
