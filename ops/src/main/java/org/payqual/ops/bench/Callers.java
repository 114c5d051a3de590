package org.payqual.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers who do the same thing again and again, side by side, each without a pause.
 *
 * @param count how many
 * @param seconds for how long it is measured, after a third of that to warm up
 */
record Callers(int count, int seconds) {

    private static final double P99 = 0.99;
    private static final int WARM_UP_SHARE = 3;
    private static final double NANOS = 1e9;
    private static final long NANOS_A_MICRO = 1_000;

    /** One turn of a caller: what it does, and which of its turns it is, counted up from 0. */
    interface Turn {
        void take(int caller, int turn);
    }

    /** Lets the callers do their work and counts. */
    Rate measure(Turn work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            long warm = System.nanoTime() + nanos(seconds) / WARM_UP_SHARE;
            long end = warm + nanos(seconds);
            List<Future<Times>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int caller = i;
                Callable<Times> one = () -> turns(work, caller, warm, end);
                all.add(pool.submit(one));
            }
            Times times = new Times();
            for (Future<Times> one : all) {
                times.add(one.get());
            }
            return new Rate(times.count() / (double) seconds, times.millis(P99));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        }
    }

    private static Times turns(Turn work, int caller, long warm, long end) {
        Times times = new Times();
        for (int turn = 0; ; turn++) {
            long began = System.nanoTime();
            if (began >= end) {
                return times;
            }
            work.take(caller, turn);
            if (began >= warm) {
                times.add((System.nanoTime() - began) / NANOS_A_MICRO);
            }
        }
    }

    private static long nanos(int seconds) {
        return (long) (seconds * NANOS);
    }

    /**
     * How fast it went.
     *
     * @param aSecond turns a second, all callers together
     * @param p99Millis within how many milliseconds 99 of 100 turns were done
     */
    record Rate(double aSecond, double p99Millis) {}
}
