package org.payqual.ops.postgres;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * A dump of the ledger's tables as {@code pg_dump} takes one: a snapshot that holds while others write, the tables'
 * rows by COPY, and the sequence's value read after the snapshot was taken. The programs that come with the embedded
 * PostgreSQL are the server's alone, so the test does by hand what {@code pg_dump} and {@code pg_restore} do.
 */
// The rows go from one database to the other as they are.
@SuppressWarnings("ArrayRecordComponent")
record Dump(byte[] events, byte[] log, long lastNumber) {

    private static final String EVENTS = "ledger.domain_event_entry (global_index, event_identifier,"
            + " aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
            + " meta_data)";
    private static final String LOG = "ledger.log (position, global_index, leaf_hash, sealed_at)";
    private static final String SEQUENCE = "ledger.domain_event_entry_global_index_seq";

    /** Dumps while others write. */
    static Dump of(Connection superuser) throws SQLException, IOException {
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("LOCK TABLE ledger.domain_event_entry, ledger.log IN ACCESS SHARE MODE");
            byte[] events = copyOut(superuser, EVENTS);
            byte[] log = copyOut(superuser, LOG);
            try (ResultSet rows = statement.executeQuery("SELECT last_value FROM " + SEQUENCE)) {
                rows.next();
                return new Dump(events, log, rows.getLong(1));
            }
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    /** Restores into empty tables. */
    void restore(Connection superuser) throws SQLException, IOException {
        PGConnection connection = superuser.unwrap(PGConnection.class);
        connection.getCopyAPI().copyIn("COPY " + EVENTS + " FROM STDIN BINARY", new ByteArrayInputStream(events));
        connection.getCopyAPI().copyIn("COPY " + LOG + " FROM STDIN BINARY", new ByteArrayInputStream(log));
        try (Statement statement = superuser.createStatement()) {
            statement.execute("SELECT setval('" + SEQUENCE + "', " + lastNumber + ")");
        }
    }

    private static byte[] copyOut(Connection superuser, String table) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        superuser.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT BINARY", rows);
        return rows.toByteArray();
    }
}
