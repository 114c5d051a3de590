package org.payqual.command.dispatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.payqual.command.port.Statements;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Provenance;
import org.payqual.domain.ledger.StreamName;

/**
 * A stream as an aggregate: folded from its events, it answers an order. What is lawful, the domain decides; here only
 * repetition and the expected version are looked at, in this order.
 *
 * @param <C> its commands
 * @param <E> its events
 */
abstract class RecordedStream<C, E extends Event> implements Cloneable {

    /** Stands in for the digest of a text while it is not known yet whether the command is accepted. */
    private static final String NOT_KEPT_YET = "0".repeat(64);

    private final StreamName stream;
    private final Class<E> kind;
    private Map<String, Answered> answered = new HashMap<>();
    private long version = -1;
    private @Nullable String last;

    RecordedStream(StreamName stream, Class<E> kind) {
        this.stream = stream;
        this.kind = kind;
    }

    /**
     * An order that was answered by events.
     *
     * @param request the digest of its content
     * @param version the sequence of the last event
     */
    private record Answered(String request, long version) {}

    /** Keeps nothing, but notes whether there would be anything to keep. */
    private static final class Trial implements Keeping {

        private boolean asked;

        @Override
        public String apply(String text) {
            asked = true;
            return NOT_KEPT_YET;
        }

        @Override
        public boolean forGood() {
            asked = true;
            return false;
        }
    }

    /** Keeps texts with the stream that they belong to. */
    private record Kept(Statements statements, StreamName stream) implements Keeping {

        @Override
        public String apply(String text) {
            return statements.digestOf(stream.type(), stream.id(), text);
        }

        @Override
        public boolean forGood() {
            return true;
        }
    }

    /** Decides a command on what is recorded so far. */
    abstract Decision<E> decide(C command, LedgerFacts facts);

    /** Folds an event. */
    abstract void evolve(E event);

    /** Returns the name by which the store knows the stream. */
    @AggregateIdentifier
    final String name() {
        return stream.stored();
    }

    /** Returns the stream's name. */
    final StreamName stream() {
        return stream;
    }

    /** Returns how many events it has. */
    final long length() {
        return version + 1;
    }

    /** Tells whether its last event has this id. */
    final boolean endsWith(String event) {
        return event.equals(last);
    }

    /** Returns a stream that stands where this one does, and goes its own way. What its kind keeps is immutable. */
    final RecordedStream<C, E> copy() {
        try {
            @SuppressWarnings("unchecked")
            RecordedStream<C, E> copy = (RecordedStream<C, E>) clone();
            copy.answered = new HashMap<>(answered);
            return copy;
        } catch (CloneNotSupportedException isCloneable) {
            throw new IllegalStateException(isCloneable);
        }
    }

    /** Returns the stream's id within its kind. */
    final String id() {
        return stream.id();
    }

    /** Answers an order, and records the events if it is accepted. */
    final Outcome answer(Order<C> order, LedgerFacts facts, Statements statements) {
        return answer(order, facts, statements, events -> {});
    }

    /**
     * Answers an order likewise.
     *
     * @param before takes the events if it is accepted, before they are recorded
     */
    final Outcome answer(Order<C> order, LedgerFacts facts, Statements statements, Consumer<List<E>> before) {
        Optional<Outcome> repeated = repeated(order.repeatable());
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Long expected = order.expectedVersion();
        if (expected != null && version >= 0 && expected != version) {
            return new Outcome.Stale(expected, version);
        }
        Trial trial = new Trial();
        Decision<E> decision = decide(order.wording().with(trial), facts);
        if (decision instanceof Decision.Refused<E> refused) {
            return new Outcome.Refused(refused.refusal(), version);
        }
        if (expected != null && expected != version) {
            return new Outcome.Stale(expected, version);
        }
        if (trial.asked) {
            decision = decide(order.wording().with(new Kept(statements, stream)), facts);
        }
        return switch (decision) {
            case Decision.Refused<E> refused -> new Outcome.Refused(refused.refusal(), version);
            case Decision.Accepted<E> accepted -> {
                before.accept(accepted.events());
                record(accepted.events(), order.provenance());
                yield new Outcome.Recorded(version);
            }
        };
    }

    private Optional<Outcome> repeated(Order.@Nullable Repeatable order) {
        if (order == null) {
            return Optional.empty();
        }
        Optional<Outcome> before = answered.entrySet().stream()
                .filter(it -> order.key().matches(it.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .map(it -> order.request().matches(it.request)
                        ? new Outcome.Recorded(it.version)
                        : new Outcome.KeyReused());
        if (before.isEmpty() && !order.afresh() && answered.keySet().stream().anyMatch(order.key()::isBefore)) {
            throw new DigestsOutdated();
        }
        return before;
    }

    /** Records events in this stream. */
    final void record(List<E> events, Provenance provenance) {
        MetaData metadata = MetaData.from(provenance.entries());
        events.forEach(event -> AggregateLifecycle.apply(event, metadata));
    }

    @EventSourcingHandler
    void on(Event event, MetaData metadata, @MessageIdentifier String id) {
        if (!kind.isInstance(event)) {
            throw new MalformedHistory("an event of another kind of stream");
        }
        evolve(kind.cast(event));
        version++;
        last = id;
        if (metadata.get("keyDigest") instanceof String key
                && metadata.get("requestDigest") instanceof String request) {
            answered.put(key, new Answered(request, version));
        }
    }
}
