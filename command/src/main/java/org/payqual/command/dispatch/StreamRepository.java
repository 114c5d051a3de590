package org.payqual.command.dispatch;

import java.util.Optional;
import java.util.function.Function;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.StreamName;

/**
 * Loads streams under their lock. A stream without events loads like any other: it is one of which nothing is recorded
 * yet. So a first order takes the same way as all others, and two first orders meet at sequence 0 in the database.
 * Streams folded lately are folded on from where they were.
 *
 * @param <A> the aggregate
 */
final class StreamRepository<A extends RecordedStream<?, ?>> extends EventSourcingRepository<A> {

    /** An order waits ten seconds at most for those to the same stream before it. */
    private static final int LOCK_ATTEMPTS = 100;

    private static final int LOCK_ATTEMPT_MS = 100;

    private final EventStore events;
    private final Function<StreamName, A> blank;
    private final RecentStreams recent;

    StreamRepository(Class<A> type, EventStore events, Function<StreamName, A> blank, RecentStreams recent) {
        super(EventSourcingRepository.builder(type)
                .lockFactory(lockFactory())
                .eventStore(events)
                .aggregateFactory(new Blank<>(type, blank)));
        this.events = events;
        this.blank = blank;
        this.recent = recent;
    }

    private static LockFactory lockFactory() {
        return PessimisticLockFactory.builder()
                .acquireAttempts(LOCK_ATTEMPTS)
                .lockAttemptTimeout(LOCK_ATTEMPT_MS)
                .build();
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String name, @Nullable Long expectedVersion) {
        StreamName stream = StreamName.stored(name);
        try {
            Optional<EventSourcedAggregate<A>> continued =
                    recent.find(stream, getAggregateType()).flatMap(this::continued);
            return continued.isPresent() ? continued.get() : whole(stream);
        } catch (RuntimeException e) {
            throw Causes.find(e, MalformedHistory.class)
                    .<RuntimeException>map(it -> new UnreadableStream(stream, it))
                    .orElse(e);
        }
    }

    /**
     * Folds what was recorded since a stream was folded last. Its last event is read again, for a server that failed
     * may have lost it, and a restored one may have another in its place; then there is nothing to go on from.
     */
    private Optional<EventSourcedAggregate<A>> continued(A root) {
        DomainEventStream recorded = events.readEvents(root.name(), root.length() - 1);
        if (!recorded.hasNext() || !root.endsWith(recorded.next().getIdentifier())) {
            return Optional.empty();
        }
        EventSourcedAggregate<A> aggregate = EventSourcedAggregate.reconstruct(
                root, aggregateModel(), root.length() - 1, false, events, withoutSnapshots());
        fold(aggregate, root, recorded);
        return Optional.of(aggregate);
    }

    private EventSourcedAggregate<A> whole(StreamName stream) {
        A root = blank.apply(stream);
        EventSourcedAggregate<A> aggregate =
                EventSourcedAggregate.initialize(root, aggregateModel(), events, withoutSnapshots());
        try {
            fold(aggregate, root, readEvents(stream.stored()));
        } catch (AggregateNotFoundException e) {
            return aggregate; // an event store may say so instead of giving an empty stream
        }
        return aggregate;
    }

    private void fold(EventSourcedAggregate<A> aggregate, A root, DomainEventStream recorded) {
        if (recorded.hasNext()) {
            aggregate.initializeState(recorded);
            recent.keep(root);
        }
    }

    private SnapshotTrigger withoutSnapshots() {
        return NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(getAggregateType());
    }

    /** Makes a stream of which nothing is recorded. */
    private record Blank<A extends RecordedStream<?, ?>>(Class<A> type, Function<StreamName, A> blank)
            implements AggregateFactory<A> {
        @Override
        public A createAggregateRoot(String name, DomainEventMessage<?> first) {
            return blank.apply(StreamName.stored(name));
        }

        @Override
        public Class<A> getAggregateType() {
            return type;
        }
    }
}
