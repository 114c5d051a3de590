package org.payqual.projections.log;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.payqual.domain.ledger.StreamName;

/** How far the log reaches, as this process has heard; wakes those who wait for more. */
public final class LogHead {

    /** The head of an empty log. */
    public static final long NONE = -1;

    private static final int REMEMBERED = 10_000;

    private final Lock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<Event, Long> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Event, Long> eldest) {
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
        long left = longest.toNanos();
        lock.lock();
        try {
            while (!recent.containsKey(event) && left > 0) {
                left = advanced.awaitNanos(left);
            }
            Long position = recent.get(event);
            return position == null ? OptionalLong.empty() : OptionalLong.of(position);
        } finally {
            lock.unlock();
        }
    }

    /** Note events that were sealed just now, at consecutive positions from the first. */
    void sealed(long first, List<Event> events) {
        lock.lock();
        try {
            for (int i = 0; i < events.size(); i++) {
                recent.put(events.get(i), first + i);
            }
        } finally {
            lock.unlock();
        }
        advance(first + events.size() - 1);
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
        listeners.forEach(Runnable::run);
    }
}
