package org.payqual.ops.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.payqual.ops.PayqualApplication;
import org.payqual.projections.live.Progress;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A whole payqual of its own on an empty ledger, in a folder that is deleted afterwards. */
final class Grounds implements AutoCloseable {

    private static final int CONNECTIONS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path folder;
    private final ConfigurableApplicationContext application;
    private final HikariDataSource plain;

    /** Starts the program and its database; takes some seconds. */
    Grounds() {
        try {
            folder = Files.createTempDirectory("payqual-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the benchmark", e);
        }
        SpringApplication program = new SpringApplication(PayqualApplication.class);
        application = program.run(
                "--server.port=0",
                "--logging.level.root=warn",
                "--logging.level.org.payqual=warn",
                "--payqual.announce=false",
                "--payqual.postgres.data=" + folder.resolve("postgres"),
                "--payqual.keys.folder=" + folder.resolve("keys"),
                "--payqual.imports.folder=" + folder.resolve("imports"),
                "--payqual.access.sample-folder=" + folder.resolve("sample-issuer"));
        HikariConfig config = new HikariConfig();
        config.setDataSource(part(Flyway.class).getConfiguration().getDataSource());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setPoolName("bench");
        plain = new HikariDataSource(config);
    }

    /** Returns a part of the running program. */
    <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** Returns the port on which it is asked. */
    int port() {
        return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Returns connections of the owner, as many as payqual has for its ledger. */
    DataSource plain() {
        return plain;
    }

    /** Waits until the live tables have taken everything in, so that nothing works beside. */
    void settle() throws SQLException {
        try (Connection connection = plain.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) - 1 FROM ledger.domain_event_entry")) {
            rows.next();
            if (!part(Progress.class).await(rows.getLong(1), PATIENCE)) {
                throw new IllegalStateException("the tables do not come to rest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        plain.close();
        application.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + folder, e);
        }
    }
}
