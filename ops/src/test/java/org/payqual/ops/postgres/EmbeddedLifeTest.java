package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The application with the database of its own, from the first start to the next. */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedLifeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 4;
    private static final int KILLS = 2;

    @Test
    void survivesTheDeathOfItsServerAndStopsItLast(@TempDir Path folder, CapturedOutput output) throws Exception {
        Files.createSymbolicLink(
                folder.resolve(PostgresProgram.folderName()),
                TestPostgres.folder().resolve(PostgresProgram.folderName()));
        ProcessHandle server;
        int saidBeforeTheEnd;
        long sealed;
        try (ConfigurableApplicationContext context = start(folder)) {
            PostgresAccess access = context.getBean(PostgresAccess.class);
            try (Writer writer = new Writer(access.url(), access.ledger())) {
                writer.open();
            }
            assertThat(context.getBean(Sealing.class).await(StreamType.LEDGER, Writer.LEDGER, 0))
                    .hasValue(0);

            Set<String> acknowledged = ConcurrentHashMap.newKeySet();
            AtomicBoolean enough = new AtomicBoolean();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                try {
                    for (int i = 0; i < WRITERS; i++) {
                        String name = "writer-" + i;
                        threads.execute(() -> write(access, name, acknowledged, enough));
                    }
                    for (int kill = 0; kill <= KILLS; kill++) {
                        int before = acknowledged.size();
                        await().atMost(PATIENCE).until(() -> acknowledged.size() > before + 40);
                        if (kill < KILLS) {
                            server(folder).destroyForcibly();
                        }
                    }
                } finally {
                    enough.set(true);
                }
            }
            LogHead head = context.getBean(LogHead.class);
            // The last kill may take effect only now, so that the server is not back yet.
            long events = await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () -> LogCheck.numbers(access, "SELECT count(*) FROM ledger.domain_event_entry")
                                    .getFirst(),
                            Objects::nonNull);
            assertThat(head.awaitBeyond(events - 2, PATIENCE)).isTrue();
            assertThat(LogCheck.whole(access).stream()
                            .map(event -> event.streamId() + " " + event.sequence())
                            .toList())
                    .containsAll(acknowledged)
                    .doesNotHaveDuplicates();
            sealed = events - 1;
            assertThat(context.getBean(HealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
            server = server(folder);
            saidBeforeTheEnd = output.getOut().length();
        }
        await().atMost(PATIENCE).until(() -> !server.isAlive());
        assertThat(output.getOut().substring(saidBeforeTheEnd))
                .as("nobody uses the server when it stops")
                .doesNotContain("57P01", "WARN", "ERROR");

        try (ConfigurableApplicationContext context = start(folder)) {
            assertThat(context.getBean(LogReader.class).head()).hasValue(sealed);
        }
    }

    /** Appends in small transactions; after each death of the server the stream goes on under another name. */
    private static void write(PostgresAccess access, String name, Set<String> acknowledged, AtomicBoolean enough) {
        for (int life = 0; !enough.get(); life++) {
            String stream = name + "-" + life;
            try (Writer writer = new Writer(access.url(), access.ledger())) {
                for (int sequence = 0; !enough.get(); sequence++) {
                    writer.append(stream, sequence).commit();
                    acknowledged.add(stream + " " + sequence);
                }
            } catch (SQLException e) {
                // The server is gone; what was not acknowledged may or may not be there.
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    /** A server that was killed a moment ago may be gone, and the next one not be there yet. */
    private static ProcessHandle server(Path folder) {
        return await().atMost(PATIENCE)
                .until(() -> SurvivingServer.of(folder.resolve("cluster")), Optional::isPresent)
                .orElseThrow();
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(PostgresConfigurationTest.Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run("--payqual.postgres.data=" + folder);
    }
}
