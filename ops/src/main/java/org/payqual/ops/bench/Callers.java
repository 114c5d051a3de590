package org.payqual.ops.bench;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final double MICROS_A_MILLI = 1_000.0;

    /** One turn of a caller: what it does, and which of its turns it is, counted up from 0. */
    interface Turn {
        void take(int caller, int turn);
    }

    /** Lets the callers do their work and counts. */
    Rate measure(Turn work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            long warm = System.nanoTime() + nanos(seconds) / WARM_UP_SHARE;
            long end = warm + nanos(seconds);
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int caller = i;
                Callable<long[]> one = () -> turns(work, caller, warm, end);
                all.add(pool.submit(one));
            }
            List<long[]> micros = new ArrayList<>();
            for (Future<long[]> one : all) {
                micros.add(one.get());
            }
            return rate(micros);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller failed", e.getCause());
        }
    }

    private static long[] turns(Turn work, int caller, long warm, long end) {
        long[] micros = new long[1 << 10];
        int counted = 0;
        for (int turn = 0; ; turn++) {
            long began = System.nanoTime();
            if (began >= end) {
                return Arrays.copyOf(micros, counted);
            }
            work.take(caller, turn);
            if (began >= warm) {
                if (counted == micros.length) {
                    micros = Arrays.copyOf(micros, 2 * counted);
                }
                micros[counted++] = (System.nanoTime() - began) / 1_000;
            }
        }
    }

    private Rate rate(List<long[]> micros) {
        long[] sorted = micros.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double p99 = sorted.length == 0 ? 0 : sorted[(int) (P99 * (sorted.length - 1))] / MICROS_A_MILLI;
        return new Rate(sorted.length / (double) seconds, p99);
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
