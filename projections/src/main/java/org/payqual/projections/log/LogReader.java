package org.payqual.projections.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.payqual.domain.ledger.StreamName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the log. Needs no more than the right to select from the ledger's tables. */
public final class LogReader {

    static final String EVENTS = """
            SELECT l.position, l.sealed_at, l.leaf_hash, e.event_identifier, e.aggregate_identifier, e.sequence_number,
                   e.time_stamp, e.payload_type, e.payload_revision, e.payload, e.meta_data
            FROM ledger.log l JOIN ledger.domain_event_entry e USING (global_index)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate separately;

    /** Read through connections of the given source. */
    public LogReader(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.separately = new TransactionTemplate(new JdbcTransactionManager(source));
        separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Return up to {@code limit} events from a position on, in order. */
    public List<SealedEvent> from(long position, int limit) {
        return jdbc.sql(EVENTS + "WHERE l.position >= ? ORDER BY l.position LIMIT ?")
                .param(position)
                .param(limit)
                .query((row, number) -> event(row))
                .list();
    }

    /** Return a stream's events in the order of their sequence, as far as they were sealed up to a position. */
    public List<SealedEvent> stream(StreamName stream, long upTo) {
        return jdbc.sql(EVENTS + "WHERE e.aggregate_identifier = ? AND l.position <= ? ORDER BY e.sequence_number")
                .param(stream.stored())
                .param(upTo)
                .query((row, number) -> event(row))
                .list();
    }

    /** Return the last position, or nothing if the log is empty. */
    public OptionalLong head() {
        return position(jdbc.sql("SELECT max(position) FROM ledger.log"));
    }

    /** Return the position of an event by its place in its stream, or nothing if it is not sealed. */
    public OptionalLong positionOf(StreamName stream, long sequence) {
        return position(jdbc.sql("""
                        SELECT l.position FROM ledger.log l JOIN ledger.domain_event_entry e USING (global_index)
                        WHERE e.aggregate_identifier = ? AND e.sequence_number = ?
                        """).param(stream.stored()).param(sequence));
    }

    /**
     * Return the last position sealed at or before an instant, or nothing if that is before the ledger was opened. The
     * answer is final: whoever asks again, ever, gets the same.
     *
     * @throws InstantNotPassed if events may still be sealed at that instant, by PostgreSQL's clock
     */
    public OptionalLong positionAt(Instant instant) {
        long millis = instant.toEpochMilli();
        if (sealedLaterThan(millis)) {
            return lastSealedBy(millis);
        }
        // A transaction of its own: the caller's may see an older state.
        return Objects.requireNonNull(separately.execute(status -> lastSealedByNow(millis)));
    }

    private boolean sealedLaterThan(long millis) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ledger.log WHERE sealed_at > ?)")
                .param(millis)
                .query(Boolean.class)
                .single();
    }

    private OptionalLong lastSealedBy(long millis) {
        return position(jdbc.sql("""
                        SELECT position FROM ledger.log WHERE sealed_at <= ?
                        ORDER BY sealed_at DESC, position DESC LIMIT 1
                        """).param(millis));
    }

    /**
     * Waits for the batch being sealed at this moment, whose time may be the asked one although nobody can see it yet.
     */
    private OptionalLong lastSealedByNow(long millis) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(" + AdvisoryLock.SEALING.numbers() + ")")
                .query((row, number) -> number)
                .list();
        long now = jdbc.sql("SELECT " + SealingSession.CLOCK).query(Long.class).single();
        if (now <= millis) {
            throw new InstantNotPassed();
        }
        return lastSealedBy(millis);
    }

    private static OptionalLong position(JdbcClient.StatementSpec query) {
        Optional<Long> position = query.query(Long.class).optional();
        return position.isPresent() ? OptionalLong.of(position.get()) : OptionalLong.empty();
    }

    static SealedEvent event(ResultSet row) throws SQLException {
        StreamName stream = StreamName.stored(row.getString("aggregate_identifier"));
        return new SealedEvent(
                row.getLong("position"),
                Instant.ofEpochMilli(row.getLong("sealed_at")),
                stream.type(),
                stream.id(),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                Instant.parse(row.getString("time_stamp")),
                row.getString("payload_type"),
                Integer.parseInt(row.getString("payload_revision")),
                row.getBytes("payload"),
                row.getBytes("meta_data"),
                row.getBytes("leaf_hash"));
    }
}
