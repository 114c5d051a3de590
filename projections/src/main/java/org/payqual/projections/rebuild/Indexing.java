package org.payqual.projections.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.payqual.projections.log.AdvisoryLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes keys, constraints and indexes once the rows are there, each in a transaction of its own, and statistics. One
 * process of the database verifies a constraint, row by row, so several tables are worked on side by side.
 */
final class Indexing {

    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();
    private static final int MEMORY_OF_ALL_MB = 256;
    private static final long LOOK_AGAIN_MS = 100;

    private final DataSource sessions;
    private final RebuildSession session;
    private final RebuildWatch watch;
    private final AtomicLong done = new AtomicLong();
    private final AtomicBoolean ending = new AtomicBoolean();

    Indexing(DataSource sessions, RebuildSession session, RebuildWatch watch) {
        this.sessions = sessions;
        this.session = session;
        this.watch = watch;
    }

    /** What is left to make of one table, and how many rows each of the statements goes over. */
    private record Left(List<String> statements, long rows) {

        long all() {
            return rows * statements.size();
        }
    }

    /** Makes what is not there yet. */
    RebuildState index(RebuildState state, List<TableLayout> layouts) {
        List<Left> tables = left(state.schema(), layouts);
        long all = tables.stream().mapToLong(Left::all).sum();
        watch.at(RebuildStep.INDEXING, 0, all);
        int atOnce = Math.min(AT_ONCE, tables.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().name("rebuild-index").daemon().factory())) {
            CompletionService<Boolean> makers = new ExecutorCompletionService<>(threads);
            tables.forEach(table -> makers.submit(() -> make(table, MEMORY_OF_ALL_MB / atOnce)));
            try {
                lookOn(makers, tables.size(), all);
            } finally {
                ending.set(true);
            }
        }
        return session.inTransaction(() -> session.keep(state.allIndexed()));
    }

    private void lookOn(CompletionService<Boolean> makers, int tables, long all) {
        try {
            for (int made = 0; made < tables; ) {
                RebuildCancelled.check(watch);
                Future<Boolean> one = makers.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                if (one != null) {
                    one.get();
                    made++;
                }
                watch.at(RebuildStep.INDEXING, done.get(), all);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RebuildFailed(interrupted);
        } catch (ExecutionException failed) {
            throw new RebuildFailed(failed);
        }
    }

    /** Works on one table in a session of its own, by whose lock the next rebuild knows that it is still at work. */
    private boolean make(Left table, int memoryMb) throws SQLException {
        try (Connection connection = sessions.getConnection()) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            jdbc.execute("SELECT pg_advisory_lock_shared(" + AdvisoryLock.REBUILD_INDEXES.numbers() + ")");
            jdbc.execute("SET synchronous_commit = off");
            jdbc.execute("SET maintenance_work_mem = '" + memoryMb + "MB'");
            RebuildSession.endWithItsClient(jdbc);
            for (String statement : table.statements()) {
                if (ending.get()) {
                    return false;
                }
                jdbc.execute(statement);
                done.addAndGet(table.rows());
            }
            return true;
        }
    }

    /** Returns what is left of each table, the largest first, so that none is begun when all others are done. */
    private List<Left> left(String schema, List<TableLayout> layouts) {
        Set<String> there = session.jdbc
                .sql("SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace AND relkind = 'i'")
                .param(schema)
                .query((row, number) -> row.getString(1))
                .set();
        List<Left> left = new ArrayList<>();
        for (TableLayout table : layouts) {
            String name = schema + "." + table.name();
            long rows = session.jdbc
                    .sql("SELECT count(*) FROM " + name)
                    .query(Long.class)
                    .single();
            List<String> statements = new ArrayList<>();
            table.pieces().stream()
                    .filter(it -> !there.contains(it.name()))
                    .forEach(it -> statements.add(table.making(it, schema)));
            statements.add("ANALYZE " + name);
            left.add(new Left(List.copyOf(statements), rows));
        }
        left.sort(Comparator.comparingLong(Left::rows).reversed());
        return left;
    }
}
