package org.payqual.ops.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Gives a new cluster its roles and its database, by the same script that an administrator runs elsewhere. */
final class ClusterPreparation {

    private static final String SCRIPT = "/db/prepare.sql";
    private static final String DUPLICATE_OBJECT = "42710";
    private static final String DUPLICATE_DATABASE = "42P04";

    private ClusterPreparation() {}

    /**
     * Run the script's statements; those whose object is there already are passed over, so that a preparation cut short
     * is completed at the next start.
     */
    static void prepare(EmbeddedCluster cluster, ClusterPasswords passwords) throws IOException {
        Map<String, String> values = Map.of(
                ":'owner_password'", quoted(passwords.owner()),
                ":'ledger_password'", quoted(passwords.ledger()),
                ":'projector_password'", quoted(passwords.projector()),
                ":'identity_password'", quoted(passwords.identity()));
        String script = script();
        for (Map.Entry<String, String> value : values.entrySet()) {
            script = script.replace(value.getKey(), value.getValue());
        }
        Credentials superuser = passwords.superuser();
        try (Connection connection = DriverManager.getConnection(
                        cluster.url("postgres"), superuser.username(), superuser.password());
                Statement statement = connection.createStatement()) {
            for (String command : script.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!command.isBlank()) {
                    run(statement, command);
                }
            }
        } catch (SQLException e) {
            throw new IOException("the database's roles cannot be prepared", e);
        }
    }

    private static void run(Statement statement, String command) throws SQLException {
        try {
            statement.execute(command);
        } catch (SQLException e) {
            if (!Set.of(DUPLICATE_OBJECT, DUPLICATE_DATABASE).contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream script = ClusterPreparation.class.getResourceAsStream(SCRIPT)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String quoted(Credentials credentials) {
        return "'" + credentials.password().replace("'", "''") + "'";
    }
}
