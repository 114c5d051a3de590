package org.payqual.command.intake;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Several rows at a time: each waits for the disk alone, and a disk takes several in one go. Rows about the same person
 * go down the same lane and stay in order. A lane that is done with its rows of one batch goes on with those of the
 * next, if that is here already.
 */
final class Lanes implements AutoCloseable {

    /** More would take connections from everybody else without being faster. */
    private static final int COUNT = 6;

    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("import-", 0).daemon().factory();

    private final List<ExecutorService> lanes = Stream.generate(() -> Executors.newSingleThreadExecutor(THREADS))
            .limit(COUNT)
            .toList();
    private final Patience patience;

    /**
     * Creates them for one file.
     *
     * @param patience of the work on it, which ends with the first row that cannot be treated
     */
    Lanes(Patience patience) {
        this.patience = patience;
    }

    /**
     * Rows on their way.
     *
     * @param rows in their order
     * @param outcomes what becomes of each
     */
    record Batch(List<Values> rows, List<Future<Outcome>> outcomes) {

        /**
         * Waits until all are treated.
         *
         * @return what became of each, in their order
         * @throws RuntimeException for which the work on the file ended, if one of them was not treated any more
         */
        List<Outcome> await() {
            return outcomes.stream().map(Lanes::await).toList();
        }
    }

    /** Begins to treat rows. */
    Batch begin(List<Values> rows, Function<Values, String> about, Function<Values, Outcome> treatment) {
        return new Batch(
                rows,
                rows.stream()
                        .map(row -> lanes.get(Math.floorMod(about.apply(row).hashCode(), COUNT))
                                .submit(() -> treated(row, treatment)))
                        .toList());
    }

    private Outcome treated(Values row, Function<Values, Outcome> treatment) {
        patience.requireUnderWay();
        try {
            return patience.until(() -> treatment.apply(row), row);
        } catch (RuntimeException e) {
            // Before anybody hears of it, so that no lane begins another row meanwhile.
            patience.end(e);
            throw e;
        }
    }

    private static Outcome await(Future<Outcome> outcome) {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(ImportLine.Stop.INTERRUPTED);
        }
    }

    /** Lets go of the rows that wait, and waits for what is being tried with the others. */
    @Override
    public void close() {
        patience.end(new CancellationException("the import has ended"));
        lanes.forEach(ExecutorService::shutdown);
        lanes.forEach(ExecutorService::close);
    }
}
