package org.payqual.projections.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.StreamName;
import org.payqual.projections.log.LoggedEvent;
import org.payqual.projections.log.StreamCursor;
import org.payqual.projections.person.Changes;
import org.payqual.projections.person.Past;
import org.payqual.projections.person.RowCopy;
import org.payqual.projections.person.RowFold;

/**
 * Loads whole streams: one thread reads them one after the other, others fold, one writes, in the order of reading. As
 * a stream is folded from its beginning to its end, each of its rows is written once, with the whole span over which it
 * was known.
 */
final class Loading {

    private static final int CHUNK = 10_000;
    private static final int FOLDING = Runtime.getRuntime().availableProcessors();
    private static final int REMEMBERED = 1;
    private static final long LOOK_AGAIN_MS = 100;

    private final DataSource sessions;
    private final RebuildSession session;
    private final EventCodec codec;
    private final RebuildWatch watch;

    Loading(DataSource sessions, RebuildSession session, EventCodec codec, RebuildWatch watch) {
        this.sessions = sessions;
        this.session = session;
        this.codec = codec;
        this.watch = watch;
    }

    /**
     * The rows of some whole streams.
     *
     * @param lives what came of them
     * @param events how many
     * @param last the stored name of the last stream
     */
    private record Chunk(Changes lives, int events, String last) {}

    /** Loads what is left to load. */
    RebuildState load(RebuildState begun) throws SQLException {
        watch.at(RebuildStep.LOADING, begun.loaded(), begun.events());
        BlockingQueue<Future<Chunk>> ahead = new ArrayBlockingQueue<>(FOLDING + 1);
        RowCopy rows = new RowCopy(session.connection(), begun.schema());
        RebuildState state = begun;
        try (ExecutorService reader = threads("rebuild-read", 1);
                ExecutorService folders = threads("rebuild-fold", FOLDING)) {
            try {
                Future<?> reading = reader.submit(() -> {
                    read(begun, lives -> ahead.put(folders.submit(() -> fold(lives))));
                    return null;
                });
                for (Chunk chunk = next(ahead, reading); chunk != null; chunk = next(ahead, reading)) {
                    state = write(state, chunk, rows);
                    watch.at(RebuildStep.LOADING, state.loaded(), state.events());
                }
            } finally {
                reader.shutdownNow();
                folders.shutdownNow();
            }
        }
        return state;
    }

    private static ExecutorService threads(String name, int count) {
        return Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name(name).daemon().factory());
    }

    private RebuildState write(RebuildState state, Chunk chunk, RowCopy rows) {
        return session.inTransaction(() -> {
            try {
                rows.copy(chunk.lives());
            } catch (SQLException refused) {
                throw new RebuildFailed(refused);
            }
            return session.keep(state.loadedTo(chunk.last(), chunk.events()));
        });
    }

    /** Returns what comes next, or null when all is loaded. */
    private @Nullable Chunk next(BlockingQueue<Future<Chunk>> ahead, Future<?> reading) {
        try {
            while (true) {
                RebuildCancelled.check(watch);
                boolean allRead = reading.isDone();
                Future<Chunk> chunk = ahead.poll(allRead ? 0 : LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                if (chunk != null) {
                    return chunk.get();
                }
                if (allRead) {
                    reading.get();
                    return null;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RebuildFailed(interrupted);
        } catch (ExecutionException failed) {
            throw new RebuildFailed(failed);
        }
    }

    private interface Lives {
        void take(List<LoggedEvent> whole) throws InterruptedException;
    }

    private void read(RebuildState begun, Lives lives) throws SQLException, InterruptedException {
        try (Connection connection = sessions.getConnection()) {
            connection.setAutoCommit(false);
            try (StreamCursor cursor =
                    new StreamCursor(connection, RowFold.STREAMS, begun.stream(), begun.snapshot())) {
                List<LoggedEvent> whole = new ArrayList<>();
                for (LoggedEvent event = cursor.next(); event != null; event = cursor.next()) {
                    if (whole.size() >= CHUNK && !stream(event).equals(stream(whole.getLast()))) {
                        lives.take(whole);
                        whole = new ArrayList<>();
                    }
                    whole.add(event);
                }
                if (!whole.isEmpty()) {
                    lives.take(whole);
                }
            }
        }
    }

    private Chunk fold(List<LoggedEvent> whole) {
        RowFold fold = new RowFold(codec, new Streams(whole), REMEMBERED);
        Changes lives = new Changes();
        whole.forEach(event -> fold.fold(event, lives));
        return new Chunk(lives, whole.size(), stream(whole.getLast()));
    }

    private static String stream(LoggedEvent event) {
        return new StreamName(event.stream(), event.streamId()).stored();
    }

    /** Whole streams are their own past, which corrections of entries ask for; nobody is stopped yet. */
    private record Streams(Map<String, List<LoggedEvent>> whole) implements Past {

        private Streams(List<LoggedEvent> events) {
            this(events.stream().collect(Collectors.groupingBy(LoggedEvent::streamId)));
        }

        @Override
        public List<LoggedEvent> before(String person, long position) {
            return whole.getOrDefault(person, List.of()).stream()
                    .filter(it -> it.position() < position)
                    .sorted(Comparator.comparingLong(LoggedEvent::sequence))
                    .toList();
        }

        @Override
        public boolean stopped(String person) {
            return false;
        }
    }
}
