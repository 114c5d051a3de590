package org.payqual.projections.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the live tables. When a rebuild has put others in their place, it ends the processor of the former ones and
 * starts the next under a name of its own, at the position where the new ones stand; the rows themselves see to it that
 * a processor that comes late changes nothing.
 */
public final class LiveProcessor implements AutoCloseable {

    /** How many events are usually worked in at once, at most. */
    public static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(LiveProcessor.class);
    private static final long LOOK_AGAIN_MS = 200;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final LongFunction<LiveTables> tables;
    private final Progress progress;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final int batch;
    private final ScheduledExecutorService follower = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "live-build");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Kept kept;
    private volatile boolean unknown;

    private record Kept(long build, BuildProcessor processor) {}

    /**
     * Creates the processor; it does nothing before {@link #start()}.
     *
     * @param source the log, whose messages carry sealed events
     * @param tables makes what keeps the tables of a build, with nothing in memory
     * @param progress of the tables
     * @param tokens in the database of the tables
     * @param transactions of that database
     * @param batch how many events are worked in at once, at most
     */
    public LiveProcessor(
            StreamableMessageSource<TrackedEventMessage<?>> source,
            LongFunction<LiveTables> tables,
            Progress progress,
            TokenStore tokens,
            TransactionManager transactions,
            int batch) {
        this.source = source;
        this.tables = tables;
        this.progress = progress;
        this.tokens = tokens;
        this.transactions = transactions;
        this.batch = batch;
    }

    /** Returns the name under which the token of a build's processor is kept. */
    public static String name(long build) {
        return "live-" + build;
    }

    /** Begins to read where the tables stand. */
    public void start() {
        // It catches what it throws.
        var unused = follower.scheduleWithFixedDelay(this::follow, 0, LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
    }

    /** Tells whether the last attempt failed, to be tried again, or nothing is tried any more. */
    public boolean failing() {
        Kept present = kept;
        return unknown || (present != null && present.processor().failing());
    }

    /** Tells whether this process is the one that keeps the tables. */
    public boolean keeping() {
        Kept present = kept;
        return present != null && present.processor().keeping();
    }

    /** Stops reading; a batch that was begun is completed or rolled back as a whole. */
    @Override
    public void close() {
        follower.close();
        Kept present = kept;
        if (present != null) {
            present.processor().close();
        }
    }

    private void follow() {
        try {
            long build = progress.build();
            Kept present = kept;
            if (present == null || present.build() != build) {
                goOver(present, build);
            }
            unknown = false;
        } catch (RuntimeException | Error away) {
            // Whatever crossed from here would end the looking for good, unseen.
            if (!unknown) {
                LOG.warn(
                        "which tables are live cannot be told; trying again ({})",
                        away.getClass().getSimpleName());
            }
            unknown = true;
        }
    }

    private void goOver(@Nullable Kept former, long build) {
        if (former != null) {
            // It ends as it should; one that stands still otherwise counts as failing.
            kept = null;
            former.processor().close();
            LOG.info("tables {} are live in place of {}", build, former.build());
        }
        BuildProcessor next =
                new BuildProcessor(build, source, tables.apply(build), progress, tokens, transactions, batch);
        next.start();
        kept = new Kept(build, next);
    }
}
