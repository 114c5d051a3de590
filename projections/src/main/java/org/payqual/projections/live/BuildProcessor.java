package org.payqual.projections.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The one processor of one build of the live tables: one segment, one thread, one position. Rows, position and token
 * move in one transaction; what fails is tried again from there, never passed over.
 */
final class BuildProcessor implements AutoCloseable {

    private static final long CLAIM_INTERVAL_MS = 500;
    private static final long CLAIM_EXTENSION_MS = 1_000;

    private final ScheduledExecutorService coordinator = new Impatient(named("live-log"));
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(named("live-rows"));
    private final PooledStreamingEventProcessor processor;
    private final TokenStore tokens;
    private final String name;

    /**
     * Creates the processor; it does nothing before {@link #start()}. Where it has no token yet, it begins where the
     * tables stand.
     */
    BuildProcessor(
            long build,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            LiveTables tables,
            Progress progress,
            TokenStore tokens,
            TransactionManager transactions,
            int batch) {
        this.tokens = tokens;
        this.name = LiveProcessor.name(build);
        this.processor = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(tables)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialSegmentCount(1)
                .initialToken(log -> new GlobalSequenceTrackingToken(progress.position()))
                .batchSize(batch)
                .tokenClaimInterval(CLAIM_INTERVAL_MS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MS)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .build();
    }

    void start() {
        processor.start();
    }

    boolean failing() {
        return !processor.isRunning() || (remembersFailure() && !keptElsewhere());
    }

    private boolean remembersFailure() {
        return processor.isError()
                || processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
    }

    /**
     * Tells whether another process keeps the tables. The framework forgets a failure only when it holds the tables
     * again, and whoever stands by does not, however long ago the failure is.
     */
    private boolean keptElsewhere() {
        return tokens.fetchSegments(name).length > 0
                && tokens.fetchAvailableSegments(name).isEmpty();
    }

    boolean keeping() {
        return !processor.processingStatus().isEmpty();
    }

    /**
     * Stops reading; a batch that was begun is completed or rolled back as a whole. The log calls nobody here any more
     * when this returns.
     */
    @Override
    public void close() {
        processor.shutDown();
        // The framework says that it has ended before it closes the log's stream; both happen in one task.
        coordinator.close();
        worker.shutdown();
    }

    /**
     * Tries again soon: the framework's own pause after a failure grows to a minute, and nothing is answered meanwhile.
     */
    private static final class Impatient extends ScheduledThreadPoolExecutor {

        private static final long LONGEST_PAUSE_MS = 2_000;

        private Impatient(ThreadFactory threads) {
            // What the log was about to tell when its stream was closed comes after the end and is nobody's.
            super(1, threads, new DiscardPolicy());
            setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            return super.schedule(task, Math.min(unit.toMillis(delay), LONGEST_PAUSE_MS), TimeUnit.MILLISECONDS);
        }
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
