package org.payqual.projections.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.payqual.projections.log.LogHead;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the live tables reflect the log, and waiting for them. */
public final class Progress {

    private static final long LOOK_AGAIN_MS = 50;

    private final JdbcClient jdbc;
    private final JdbcClient asking;
    private final Lock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long reached = LogHead.NONE;

    /** Creates the progress kept in the database of the client. */
    public Progress(JdbcClient jdbc) {
        this(jdbc, jdbc);
    }

    /**
     * Creates the progress kept in a database.
     *
     * @param jdbc has the connections in which the tables are written
     * @param asking has those of who asks
     */
    public Progress(JdbcClient jdbc, JdbcClient asking) {
        this.jdbc = jdbc;
        this.asking = asking;
    }

    /** Returns the last position that the tables reflect, or {@link LogHead#NONE}. */
    public long position() {
        return asking.sql("SELECT position FROM read.progress WHERE reader = 'live'")
                .query(Long.class)
                .single();
    }

    /**
     * Returns the number of the tables that are live: 0 for those that came with the database, a greater one after each
     * rebuild.
     */
    public long build() {
        return asking.sql("SELECT build FROM read.progress WHERE reader = 'live'")
                .query(Long.class)
                .single();
    }

    /**
     * Waits until the tables reflect a position.
     *
     * @return whether they do
     */
    public boolean await(long position, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!reaches(position)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            // The processor may run in another process, which nobody here hears of: so now and then, look.
            pause(position, Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MS)));
        }
        return true;
    }

    /**
     * Moves on, within the transaction that writes the rows.
     *
     * @param build the number of the tables written
     * @param from the first position worked in
     * @param to the last one
     * @throws IllegalStateException if the tables are not just before the first, so that events would be missed or
     *     counted twice, or others have become the live ones
     */
    void advance(long build, long from, long to) {
        int moved = jdbc.sql(
                        "UPDATE read.progress SET position = ? WHERE reader = 'live' AND position = ? AND build = ?")
                .param(to)
                .param(from - 1)
                .param(build)
                .update();
        if (moved != 1) {
            throw new IllegalStateException(
                    "the tables " + build + " are not live, or do not stand just before position " + from);
        }
    }

    /** Wakes whoever waits, once the transaction is committed. */
    void committed(long position) {
        lock.lock();
        try {
            reached = Math.max(reached, position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean reaches(long position) {
        lock.lock();
        try {
            if (reached >= position) {
                return true;
            }
        } finally {
            lock.unlock();
        }
        long stored = position();
        committed(stored);
        return stored >= position;
    }

    private void pause(long position, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (reached < position && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
