package org.payqual.ops.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.payqual.domain.leaf.Digest;

/**
 * One real PostgreSQL for all tests of this JVM, with a migrated database of its own for whoever asks.
 *
 * <p>Its folder stays under {@code target} from run to run, because starting is six times faster than creating; it is
 * another folder when the script that prepares a cluster has changed.
 */
public final class TestPostgres {

    private static Path folder;
    private static final EmbeddedCluster CLUSTER = startCluster();
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(CLUSTER::close, "stop test database"));
        createMigratedTemplate();
    }

    private TestPostgres() {}

    /** A database with all tables and no rows; dropped when closed, whoever is connected. */
    public record Database(String name, PostgresAccess access) implements AutoCloseable {

        @Override
        public void close() {
            execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    /** Create an empty migrated database. */
    public static synchronized Database create() {
        String name = "test_" + COUNT.incrementAndGet();
        copy("migrated", name);
        return new Database(name, access(name));
    }

    /** Create a database without any tables. */
    static synchronized Database createEmpty() {
        String name = "test_" + COUNT.incrementAndGet();
        copy("payqual", name);
        return new Database(name, access(name));
    }

    /** Open a connection of the superuser. The caller closes it. */
    public static Connection superuser(String database) throws SQLException {
        Credentials superuser = CLUSTER.superuser();
        return DriverManager.getConnection(CLUSTER.url(database), superuser.username(), superuser.password());
    }

    static EmbeddedCluster cluster() {
        return CLUSTER;
    }

    private static void createMigratedTemplate() {
        execute("DROP DATABASE IF EXISTS migrated WITH (FORCE)");
        copy("payqual", "migrated");
        LedgerSchema.migrations(access("migrated"), false).migrate();
    }

    private static void copy(String from, String to) {
        execute("DROP DATABASE IF EXISTS " + to + " WITH (FORCE)");
        execute("CREATE DATABASE " + to + " TEMPLATE " + from + " OWNER payqual_owner");
        execute("GRANT CREATE ON DATABASE " + to + " TO payqual_projector");
    }

    private static PostgresAccess access(String name) {
        PostgresAccess main = CLUSTER.access();
        return new PostgresAccess(CLUSTER.url(name), main.owner(), main.ledger(), main.projector(), main.identity());
    }

    private static void execute(String sql) {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The folder of the shared cluster. */
    static Path folder() {
        return folder;
    }

    private static EmbeddedCluster startCluster() {
        List<StartRefused> refusals = new ArrayList<>();
        for (String other : List.of("", "-2", "-3")) {
            try {
                folder = Path.of("target", "test-postgres-" + scriptDigest() + other)
                        .toAbsolutePath();
                return EmbeddedCluster.start(folder, 0);
            } catch (StartRefused e) {
                refusals.add(e);
            }
        }
        throw refusals.getFirst();
    }

    private static String scriptDigest() {
        try (InputStream script = TestPostgres.class.getResourceAsStream("/db/prepare.sql")) {
            return Digest.of(script.readAllBytes()).toString().substring(0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
