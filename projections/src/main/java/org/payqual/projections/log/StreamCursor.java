package org.payqual.projections.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.StreamType;
import org.postgresql.PGStatement;

/**
 * Reads events stream by stream, each stream in log order, through a cursor of the database, so that each can be
 * followed from its beginning to its end with nothing else to remember. Used by one thread.
 */
public final class StreamCursor implements AutoCloseable {

    private static final int FETCHED_AT_ONCE = 5_000;
    private static final int BINARY_FROM_THE_FIRST = -1;

    private final PreparedStatement statement;
    private final ResultSet rows;

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
        }
        statement = connection.prepareStatement(LogReader.EVENTS
                + "WHERE e.aggregate_identifier > ? AND e.type = ANY (?) AND l.position <= ?"
                + " ORDER BY e.aggregate_identifier, l.position");
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
    public @Nullable SealedEvent next() throws SQLException {
        return rows.next() ? LogReader.event(rows) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
