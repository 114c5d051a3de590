package org.payqual.ops.read;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** A source whose streams take a while to close, as they may under load. */
final class SlowlyClosed implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final long WHILE_NS = TimeUnit.MILLISECONDS.toNanos(300);

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private volatile boolean opened;
    private volatile boolean closed;

    SlowlyClosed(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    /** Tells whether the last stream opened is closed altogether. */
    boolean closed() {
        return opened && closed;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(token);
        opened = true;
        closed = false;
        return new BlockingStream<>() {
            @Override
            public Optional<TrackedEventMessage<?>> peek() {
                return stream.peek();
            }

            @Override
            public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
                return stream.hasNextAvailable(timeout, unit);
            }

            @Override
            public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
                return stream.nextAvailable();
            }

            @Override
            public boolean setOnAvailableCallback(Runnable callback) {
                return stream.setOnAvailableCallback(callback);
            }

            @Override
            public void close() {
                LockSupport.parkNanos(WHILE_NS);
                stream.close();
                closed = true;
            }
        };
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return source.createTokenAt(instant);
    }
}
