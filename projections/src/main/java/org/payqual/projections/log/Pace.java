package org.payqual.projections.log;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How soon a follower of the log looks again. The first event after a rest is followed at once; while events keep
 * coming they are followed some at a time, because every look costs about the same for one event and for a hundred.
 * Used by one thread.
 */
public final class Pace {

    private final long nanos;
    private long last;

    /** Creates a pace at which nobody has looked yet. */
    public Pace(Duration between) {
        this.nanos = between.toNanos();
        this.last = System.nanoTime() - nanos;
    }

    /** Return how long to wait before the next look: nothing when it may be now. */
    long leftNanos() {
        return Math.max(0, last + nanos - System.nanoTime());
    }

    /** Note a look. */
    void looked() {
        last = System.nanoTime();
    }

    /** Waits until it is time for the next look, which is noted. */
    public void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(leftNanos());
        looked();
    }
}
