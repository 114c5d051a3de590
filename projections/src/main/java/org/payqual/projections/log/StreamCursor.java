package org.payqual.projections.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.postgresql.PGStatement;

/**
 * Reads events stream by stream, each stream in log order, through a cursor of the database, so that each can be
 * followed from its beginning to its end with nothing else to remember. Reads no more of them than a fold needs: all of
 * it is sorted by the database and carried over. Used by one thread.
 */
public final class StreamCursor implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 5_000;
    private static final int BINARY_FROM_THE_FIRST = -1;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private String stored = "";
    private @Nullable StreamName stream;

    // The array is the row's own bytes, passed on and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Read(
            long position, StreamType stream, String streamId, long sequence, String name, int version, byte[] payload)
            implements LoggedEvent {}

    /**
     * Opens a cursor.
     *
     * @param connection with a transaction open as long as the cursor is
     * @param types the kinds of streams to read
     * @param after the stored name of the stream after which to begin, empty for all
     * @param upTo the last position that counts
     */
    public StreamCursor(Connection connection, Set<StreamType> types, String after, long upTo) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            // All will be read, so the plan that ends first is wanted, not the one that begins first.
            settings.execute("SET LOCAL cursor_tuple_fraction = 1");
            // Millions of events are sorted on disk all the same, but in a few long runs rather than in many short
            // ones.
            settings.execute("SET LOCAL work_mem = '64MB'");
        }
        statement = connection.prepareStatement("""
                SELECT l.position, e.aggregate_identifier, e.sequence_number, e.payload_type, e.payload_revision, e.payload
                FROM ledger.log l JOIN ledger.domain_event_entry e USING (global_index)
                WHERE e.aggregate_identifier > ? AND e.type = ANY (?) AND l.position <= ?
                ORDER BY e.aggregate_identifier, l.position
                """);
        statement.setString(1, after);
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", types.stream().map(StreamType::label).toArray()));
        statement.setLong(3, upTo);
        statement.setFetchSize(FETCHED_AT_ONCE);
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_FROM_THE_FIRST);
        rows = statement.executeQuery();
    }

    /** Returns the next event, or null after the last. */
    public @Nullable LoggedEvent next() throws SQLException {
        if (!rows.next()) {
            return null;
        }
        StreamName name = stream(rows.getString(2));
        return new Read(
                rows.getLong(1),
                name.type(),
                name.id(),
                rows.getLong(3),
                rows.getString(4),
                Integer.parseInt(rows.getString(5)),
                rows.getBytes(6));
    }

    /** Reads the name of a stream, once for all its events. */
    private StreamName stream(String name) {
        StreamName last = stream;
        if (last != null && stored.equals(name)) {
            return last;
        }
        StreamName next = StreamName.stored(name);
        stored = name;
        stream = next;
        return next;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
