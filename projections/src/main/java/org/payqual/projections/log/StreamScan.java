package org.payqual.projections.log;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log stream by stream rather than position by position, by a cursor, so that each stream can be folded once
 * and forgotten. Events are sealed in the order of their numbers and none is passed over, so that those sealed up to a
 * position are just those up to the number sealed there.
 */
public final class StreamScan {

    private static final int FETCH = 1_000;

    private static final String COLUMNS =
            "SELECT e.aggregate_identifier, e.sequence_number, e.payload_type, e.payload_revision, e.payload"
                    + " FROM ledger.domain_event_entry e WHERE ";
    private static final String UP_TO =
            " = ANY (?) AND e.global_index <= (SELECT global_index FROM ledger.log WHERE position = ?)"
                    + " ORDER BY e.aggregate_identifier, e.sequence_number";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    /** Creates what reads by connections of this source. */
    public StreamScan(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
        jdbc.setFetchSize(FETCH);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.setReadOnly(true);
    }

    /**
     * What follows a position in the log.
     *
     * @param streams those that the events belong to
     * @param last the position of the last event
     * @param sealedAt when it was sealed
     */
    public record Tail(Set<StreamName> streams, long last, Instant sealedAt) {

        /** Copies the set. */
        public Tail {
            streams = Set.copyOf(streams);
        }
    }

    /**
     * The end of the log.
     *
     * @param position the last position
     * @param sealedAt when it was sealed
     */
    public record End(long position, Instant sealedAt) {}

    /** Finds the end of the log, or nothing where it is empty. */
    public Optional<End> end() {
        return jdbc
                .query(
                        "SELECT position, sealed_at FROM ledger.log ORDER BY position DESC LIMIT 1",
                        (row, number) -> new End(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                .stream()
                .findFirst();
    }

    /**
     * Hands over all events of some kinds of streams, stream by stream, as far as they were sealed up to a position.
     */
    public void all(Collection<StreamType> types, long upTo, Consumer<StreamEvent> each) {
        scan("e.type", types.stream().map(StreamType::label).toArray(), upTo, each);
    }

    /** Hands over all events of some streams, stream by stream, as far as they were sealed up to a position. */
    public void of(Collection<StreamName> streams, long upTo, Consumer<StreamEvent> each) {
        scan("e.aggregate_identifier", streams.stream().map(StreamName::stored).toArray(), upTo, each);
    }

    /** Finds which streams the events after a position belong to, looking at no more than so many events. */
    public Optional<Tail> after(long position, int most) {
        return Optional.ofNullable(jdbc.query("""
                SELECT l.position, l.sealed_at, e.aggregate_identifier
                FROM ledger.log l JOIN ledger.domain_event_entry e USING (global_index)
                WHERE l.position > ? ORDER BY l.position LIMIT ?
                """, StreamScan::tail, position, most));
    }

    private static @Nullable Tail tail(ResultSet rows) throws SQLException {
        Set<StreamName> streams = new LinkedHashSet<>();
        long last = LogHead.NONE;
        long sealedAt = 0;
        while (rows.next()) {
            last = rows.getLong(1);
            sealedAt = rows.getLong(2);
            streams.add(StreamName.stored(rows.getString(3)));
        }
        return streams.isEmpty() ? null : new Tail(streams, last, Instant.ofEpochMilli(sealedAt));
    }

    private void scan(String column, Object[] values, long upTo, Consumer<StreamEvent> each) {
        transaction.executeWithoutResult(status -> jdbc.query(
                connection -> statement(connection, COLUMNS + column + UP_TO, values, upTo),
                (ResultSet row) -> each.accept(event(row))));
    }

    private static PreparedStatement statement(Connection connection, String sql, Object[] values, long upTo)
            throws SQLException {
        Array array = connection.createArrayOf("text", values);
        PreparedStatement select = connection.prepareStatement(sql);
        select.setArray(1, array);
        select.setLong(2, upTo);
        return select;
    }

    private static StreamEvent event(ResultSet row) throws SQLException {
        return new StreamEvent(
                StreamName.stored(row.getString(1)),
                row.getLong(2),
                row.getString(3),
                Integer.parseInt(row.getString(4)),
                row.getBytes(5));
    }
}
