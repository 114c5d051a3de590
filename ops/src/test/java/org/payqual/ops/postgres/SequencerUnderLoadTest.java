package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.Sequencer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Sixteen writers at once, and what an administrator does beside them. */
class SequencerUnderLoadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WRITERS = 16;
    private static final int TRANSACTIONS = 60;

    @Test
    void missesNothingAndGoesOnInANewClusterAfterADumpTakenMeanwhile(@TempDir Path folder) throws Exception {
        try (TestPostgres.Database database = TestPostgres.create();
                Writer opening = new Writer(database);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            opening.open();
            LogHead head = new LogHead();
            Dump dump;
            AtomicInteger committed = new AtomicInteger();
            try (Sequencer sequencer = new Sequencer(ledger(database.access()), head)) {
                sequencer.start();
                List<Future<?>> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    String person = "writer-" + i;
                    Random random = new Random(i);
                    writers.add(threads.submit(write(database, person, random, sequencer, committed)));
                }
                assertThat(head.awaitBeyond(200, PATIENCE)).isTrue();
                Future<?> index = threads.submit(buildIndex(database));
                try (Connection superuser = TestPostgres.superuser(database.name())) {
                    dump = Dump.of(superuser);
                }
                for (Future<?> writer : writers) {
                    writer.get();
                }
                index.get();
                assertThat(head.awaitBeyond(committed.get() - 1L, PATIENCE)).isTrue();
            }
            assertThat(LogCheck.whole(database.access())).hasSize(committed.get() + 1);
            continueElsewhere(dump, folder);
        }
    }

    private static void continueElsewhere(Dump dump, Path folder) throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder, 0)) {
            PostgresAccess access = cluster.access();
            LedgerSchema.migrations(access, false).migrate();
            Credentials superuser = cluster.superuser();
            try (Connection connection =
                    DriverManager.getConnection(access.url(), superuser.username(), superuser.password())) {
                dump.restore(connection);
            }
            long sealed = one(access, "SELECT max(position) FROM ledger.log");
            long stored = one(access, "SELECT count(*) FROM ledger.domain_event_entry");
            assertThat(sealed).isGreaterThan(100);
            LogHead head = new LogHead();
            try (Sequencer sequencer = new Sequencer(ledger(access), head);
                    Writer writer = new Writer(access.url(), access.ledger())) {
                sequencer.start();
                writer.append("restored", 0).commit();
                assertThat(head.awaitBeyond(stored - 1, PATIENCE)).isTrue();
            }
            assertThat(LogCheck.whole(access)).hasSize((int) stored + 1);
        }
    }

    private static Callable<Void> write(
            TestPostgres.Database database,
            String person,
            Random random,
            Sequencer sequencer,
            AtomicInteger committed) {
        return () -> {
            try (Writer writer = new Writer(database)) {
                int sequence = 0;
                for (int i = 0; i < TRANSACTIONS; i++) {
                    int events = 1 + random.nextInt(3);
                    for (int j = 0; j < events; j++) {
                        writer.append(person, sequence + j);
                    }
                    if (random.nextInt(20) == 0) {
                        writer.rollback();
                    } else {
                        writer.commit();
                        sequencer.appended();
                        sequence += events;
                        committed.addAndGet(events);
                    }
                }
            }
            return null;
        };
    }

    private static Callable<Void> buildIndex(TestPostgres.Database database) {
        return () -> {
            try (Connection owner = database.access().ownerConnections().getConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute("CREATE INDEX CONCURRENTLY beside ON ledger.domain_event_entry (payload_type)");
            }
            return null;
        };
    }

    private static DriverManagerDataSource ledger(PostgresAccess access) {
        return new DriverManagerDataSource(
                access.url(), access.ledger().username(), access.ledger().password());
    }

    private static long one(PostgresAccess access, String sql) throws SQLException {
        return LogCheck.numbers(access, sql).getFirst();
    }
}
