package org.payqual.projections.log;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.payqual.domain.ledger.StreamName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the log reaches, as this process has heard; wakes those who wait for more. */
public final class LogHead {

    /** The head of an empty log. */
    public static final long NONE = -1;

    private static final Logger LOG = LoggerFactory.getLogger(LogHead.class);

    private static final int REMEMBERED = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    /**
     * The positions of what was sealed lately, and those still awaited; each waiter is woken by its own event alone.
     */
    private final Map<Event, CompletableFuture<Long>> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Event, CompletableFuture<Long>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private long head = NONE;

    /** An event by its place in its stream. */
    record Event(StreamName stream, long sequence) {}

    /** Return the last position known to be sealed, or {@link #NONE}. */
    public long current() {
        lock.lock();
        try {
            return head;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Wait until the log reaches beyond a position.
     *
     * @return whether it does
     */
    public boolean awaitBeyond(long position, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (head <= position && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return head > position;
        } finally {
            lock.unlock();
        }
    }

    /** Call a listener after each advance, on the sequencer's thread; it must be quick. */
    public void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    /** Stop calling a listener. */
    public void remove(Runnable listener) {
        listeners.remove(listener);
    }

    /** Wait until this process has seen an event sealed; what other processes seal is not noticed. */
    OptionalLong await(Event event, Duration longest) throws InterruptedException {
        try {
            return OptionalLong.of(position(event).get(longest.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return OptionalLong.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a position is only ever completed by a number", e);
        }
    }

    /** Note events that were sealed just now, at consecutive positions from the first. */
    void sealed(long first, List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            position(events.get(i)).complete(first + i);
        }
        advance(first + events.size() - 1);
    }

    private CompletableFuture<Long> position(Event event) {
        lock.lock();
        try {
            return recent.computeIfAbsent(event, unknown -> new CompletableFuture<>());
        } finally {
            lock.unlock();
        }
    }

    /** Note that the log reaches to a position; an earlier one than known changes nothing. */
    void advance(long position) {
        lock.lock();
        try {
            if (position <= head) {
                return;
            }
            head = position;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(LogHead::tell);
    }

    /**
     * A listener that fails, such as one that is closing, keeps nobody else from being told, least of all the sealing.
     */
    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("a follower of the log could not be told: {}", e.getClass().getSimpleName());
        }
    }
}
