package org.payqual.ops.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Appends plain events as the ledger role does, in transactions that a test holds open for as long as it likes. */
final class Writer implements AutoCloseable {

    static final String LEDGER = "0b5f9f0e-5f43-4c4e-9d0a-6a1f6f3c2d11";

    private static final String INSERT = "INSERT INTO ledger.domain_event_entry (event_identifier,"
            + " aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
            + " meta_data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;

    Writer(TestPostgres.Database database) throws SQLException {
        this(database.access().url(), database.access().ledger());
    }

    Writer(String url, Credentials role) throws SQLException {
        connection = DriverManager.getConnection(url, role.username(), role.password());
        connection.setAutoCommit(false);
    }

    /** Appends the event that every ledger begins with, and commits. */
    Writer open() throws SQLException {
        return append("ledger", LEDGER, 0, "ledger.opened", "{}").commit();
    }

    /** Appends an event of a person. */
    Writer append(String person, long sequence) throws SQLException {
        return append("person", person, sequence, "person.example", "{\"issuer\":\"i\",\"subject\":\"s\"}");
    }

    Writer append(String type, String id, long sequence, String name, String metadata) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, type + "/" + id);
            insert.setLong(3, sequence);
            insert.setString(4, type);
            insert.setString(5, "2025-03-04T05:06:07.089Z");
            insert.setString(6, name);
            insert.setString(7, "1");
            insert.setBytes(8, ("{\"salt\":\"" + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.UTF_8));
            insert.setBytes(9, metadata.getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
        return this;
    }

    Writer commit() throws SQLException {
        connection.commit();
        return this;
    }

    Writer rollback() throws SQLException {
        connection.rollback();
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
