package org.payqual.projections.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One reader's way through the log, a batch at a time. Used by one thread, as Axon's processors do. */
final class LogMessageStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final int BATCH = 1_000;
    private static final Duration FOREVER = Duration.ofDays(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final LogReader reader;
    private final LogHead head;
    private final Function<SealedEvent, TrackedEventMessage<?>> message;
    private final Deque<TrackedEventMessage<?>> batch = new ArrayDeque<>();
    private final Pace pace = new Pace(BETWEEN_LOOKS);
    private long next;
    private volatile boolean reminded;
    private volatile @Nullable Runnable listener;

    LogMessageStream(
            LogReader reader, LogHead head, long first, Function<SealedEvent, TrackedEventMessage<?>> message) {
        this.reader = reader;
        this.head = head;
        this.next = first;
        this.message = message;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(batch.element()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (batch.isEmpty()
                && mayLook(unit.toNanos(timeout))
                && head.awaitBeyond(next - 1, Duration.of(timeout, unit.toChronoUnit()))) {
            reader.from(next, BATCH).forEach(event -> {
                batch.add(message.apply(event));
                next = event.position() + 1;
            });
            // Behind a full batch there is more, and nothing to gain by waiting for it.
            if (batch.size() < BATCH) {
                pace.looked();
            }
        }
        return !batch.isEmpty();
    }

    /** Tells whether it is time to look for more; who will not wait for that is called back. */
    private boolean mayLook(long patience) throws InterruptedException {
        long left = pace.leftNanos();
        if (left > 0 && left <= patience) {
            TimeUnit.NANOSECONDS.sleep(left);
            return true;
        }
        if (left > 0 && !reminded) {
            reminded = true;
            CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(this::remind);
        }
        return left == 0;
    }

    private void remind() {
        reminded = false;
        Runnable present = listener;
        if (present != null) {
            present.run();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (batch.isEmpty()) {
            hasNextAvailable((int) FOREVER.toSeconds(), TimeUnit.SECONDS);
        }
        return batch.remove();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        close();
        listener = callback;
        head.onAdvance(callback);
        callback.run();
        return true;
    }

    @Override
    public void close() {
        if (listener != null) {
            head.remove(listener);
            listener = null;
        }
    }
}
