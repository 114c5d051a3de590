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
    private final Reached reached;

    /** Creates the progress kept in the database of the client. */
    public Progress(JdbcClient jdbc) {
        this(jdbc, new Reached());
    }

    private Progress(JdbcClient jdbc, Reached reached) {
        this.jdbc = jdbc;
        this.reached = reached;
    }

    /** Returns the same progress, asked for through other connections; who waits with it is woken as here. */
    public Progress through(JdbcClient others) {
        return new Progress(others, reached);
    }

    /** Returns the last position that the tables reflect, or {@link LogHead#NONE}. */
    public long position() {
        return jdbc.sql("SELECT position FROM read.progress WHERE reader = 'live'")
                .query(Long.class)
                .single();
    }

    /**
     * Returns the number of the tables that are live: 0 for those that came with the database, a greater one after each
     * rebuild.
     */
    public long build() {
        return jdbc.sql("SELECT build FROM read.progress WHERE reader = 'live'")
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
            reached.await(position, Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_AGAIN_MS)));
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
        reached.atLeast(position);
    }

    private boolean reaches(long position) {
        if (reached.reaches(position)) {
            return true;
        }
        long stored = position();
        reached.atLeast(stored);
        return stored >= position;
    }

    /** What this process knows to be reached. */
    private static final class Reached {

        private final Lock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private long position = LogHead.NONE;

        boolean reaches(long wanted) {
            lock.lock();
            try {
                return position >= wanted;
            } finally {
                lock.unlock();
            }
        }

        void atLeast(long known) {
            lock.lock();
            try {
                position = Math.max(position, known);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void await(long wanted, long nanos) throws InterruptedException {
            lock.lock();
            try {
                long left = nanos;
                while (position < wanted && left > 0) {
                    left = moved.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
