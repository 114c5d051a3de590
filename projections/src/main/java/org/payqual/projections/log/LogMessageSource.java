package org.payqual.projections.log;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.StreamName;

/**
 * The log as a source of messages for a processor. Its tokens are positions: there are no gaps to remember, and a
 * processor's token is the last position that it has worked in.
 */
public final class LogMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final LogReader reader;
    private final LogHead head;
    private final Function<SealedEvent, Object> payload;
    private final Function<SealedEvent, Map<String, ?>> metadata;

    /**
     * Make a source.
     *
     * @param reader reads the events
     * @param head tells when there are more
     * @param payload makes a message's payload of an event
     * @param metadata makes a message's metadata of an event
     */
    public LogMessageSource(
            LogReader reader,
            LogHead head,
            Function<SealedEvent, Object> payload,
            Function<SealedEvent, Map<String, ?>> metadata) {
        this.reader = reader;
        this.head = head;
        this.payload = payload;
        this.metadata = metadata;
    }

    /**
     * Open a stream of what comes after a token.
     *
     * @param token a position of this log, wrapped or not; none starts at position 0
     * @throws IllegalArgumentException if the token is of another kind
     */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogMessageStream(reader, head, position(token) + 1, this::message);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(LogHead.NONE);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head().orElse(LogHead.NONE));
    }

    /** Return the token from which a processor gets everything sealed at an instant or later. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        OptionalLong before = reader.positionAt(instant.minusMillis(1));
        return new GlobalSequenceTrackingToken(before.orElse(LogHead.NONE));
    }

    private static long position(@Nullable TrackingToken token) {
        TrackingToken inner = WrappedToken.unwrapLowerBound(token);
        if (inner == null) {
            return LogHead.NONE;
        }
        if (inner instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException(
                "not a position of the log: " + inner.getClass().getSimpleName());
    }

    private TrackedEventMessage<?> message(SealedEvent event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                event.stream().label(),
                new StreamName(event.stream(), event.streamId()).stored(),
                event.sequence(),
                new GenericMessage<>(event.eventId(), payload.apply(event), metadata.apply(event)),
                event::timestamp);
    }
}
