package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.StreamType;
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

    @Test
    void survivesTheDeathOfItsServerAndStopsItLast(@TempDir Path folder, CapturedOutput output) throws Exception {
        Files.createSymbolicLink(
                folder.resolve(PostgresProgram.folderName()),
                TestPostgres.folder().resolve(PostgresProgram.folderName()));
        ProcessHandle server;
        int saidBeforeTheEnd;
        try (ConfigurableApplicationContext context = start(folder)) {
            PostgresAccess access = context.getBean(PostgresAccess.class);
            try (Writer writer = new Writer(access.url(), access.ledger())) {
                writer.open();
            }
            assertThat(context.getBean(Sealing.class).await(StreamType.LEDGER, Writer.LEDGER, 0))
                    .hasValue(0);

            server(folder).destroyForcibly();
            await().atMost(PATIENCE).ignoreExceptions().until(() -> {
                try (Writer writer = new Writer(access.url(), access.ledger())) {
                    writer.append("a", 0).commit();
                }
                return true;
            });
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> context.getBean(Sealing.class)
                            .await(StreamType.PERSON, "a", 0)
                            .equals(OptionalLong.of(1)));
            assertThat(context.getBean(HealthIndicator.class).health().getStatus())
                    .isEqualTo(Status.UP);
            assertThat(context.getBean(LogReader.class).from(0, 10)).hasSize(2);
            server = server(folder);
            saidBeforeTheEnd = output.getOut().length();
        }
        await().atMost(PATIENCE).until(() -> !server.isAlive());
        assertThat(output.getOut().substring(saidBeforeTheEnd))
                .as("nobody uses the server when it stops")
                .doesNotContain("57P01", "WARN", "ERROR");

        try (ConfigurableApplicationContext context = start(folder)) {
            assertThat(context.getBean(LogReader.class).head()).hasValue(1);
        }
    }

    private static ProcessHandle server(Path folder) throws Exception {
        return SurvivingServer.of(folder.resolve("cluster")).orElseThrow();
    }

    private static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(PostgresConfigurationTest.Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run("--payqual.postgres.data=" + folder);
    }
}
