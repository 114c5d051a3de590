package org.payqual.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Several rows at a time: each waits for the disk alone, and a disk takes several in one go. Rows about the same person
 * go down the same lane and stay in order.
 */
final class Lanes implements AutoCloseable {

    /** More would take connections from everybody else without being faster. */
    private static final int COUNT = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            COUNT, Thread.ofPlatform().name("import-", 0).daemon().factory());

    /** Treats rows and gives what became of each, in their order. */
    List<Outcome> treat(List<Values> rows, Function<Values, String> about, Function<Values, Outcome> treatment) {
        List<Callable<Void>> lanes = new ArrayList<>();
        Outcome[] outcomes = new Outcome[rows.size()];
        for (int lane = 0; lane < COUNT; lane++) {
            int own = lane;
            lanes.add(() -> {
                for (int i = 0; i < outcomes.length; i++) {
                    Values row = rows.get(i);
                    if (Math.floorMod(about.apply(row).hashCode(), COUNT) == own) {
                        outcomes[i] = Patience.until(() -> treatment.apply(row), row);
                    }
                }
                return null;
            });
        }
        join(lanes);
        return List.of(outcomes);
    }

    private void join(List<Callable<Void>> lanes) {
        try {
            for (Future<Void> lane : threads.invokeAll(lanes)) {
                lane.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(new ImportLine.Stop("interrupted", null, "程序正在停止", "the program is stopping"));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
