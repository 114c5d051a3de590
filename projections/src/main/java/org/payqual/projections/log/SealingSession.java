package org.payqual.projections.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.MalformedHistory;

/**
 * The sequencer's one session with the database. The lock that makes it the only sequencer belongs to this session, and
 * so does every sealing: a session that was lost can seal nothing more. After any exception the session is of no use.
 */
final class SealingSession implements AutoCloseable {

    /** PostgreSQL's clock in whole milliseconds, rounded down: never ahead of itself. */
    static final String CLOCK = "floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /**
     * The next events, and the time at which they are sealed. From the lock until the commit nobody is told what was
     * known at an instant that is not over.
     */
    private static final String NEXT = "WITH locked AS MATERIALIZED (SELECT pg_advisory_xact_lock("
            + AdvisoryLock.SEALING.numbers() + ")), now AS MATERIALIZED (SELECT " + CLOCK + " AS clock FROM locked)"
            + " SELECT next.*, clock FROM now LEFT JOIN LATERAL (SELECT " + StoredEvent.COLUMNS
            + " FROM ledger.domain_event_entry WHERE global_index > ? AND global_index <= ?"
            + " ORDER BY global_index LIMIT ?) AS next ON true ORDER BY global_index";

    private final Connection connection;
    private @Nullable String ledger;
    private long head = LogHead.NONE;
    private long headSealedAt;
    private long settled;
    private boolean gap;

    SealingSession(Connection connection) {
        this.connection = connection;
    }

    /** Become the only sequencer, unless another session is. */
    boolean tryLead() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT pg_try_advisory_lock(" + AdvisoryLock.SEQUENCER.numbers() + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Read where the log ends. */
    void readHead() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT position, global_index, sealed_at FROM ledger.log ORDER BY position DESC LIMIT 1")) {
                if (rows.next()) {
                    head = rows.getLong(1);
                    settled = Math.max(settled, rows.getLong(2));
                    headSealedAt = rows.getLong(3);
                }
            }
            if (ledger == null && head >= 0) {
                ledger = openedBy(opening(statement));
            }
        }
    }

    private static StoredEvent opening(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT " + StoredEvent.COLUMNS
                + " FROM ledger.log JOIN ledger.domain_event_entry USING (global_index) WHERE position = 0")) {
            rows.next();
            return StoredEvent.of(rows);
        }
    }

    /** Return the last position, or {@link LogHead#NONE}. */
    long head() {
        return head;
    }

    /** Return the number up to which every event is sealed, and none can appear any more. */
    long settled() {
        return settled;
    }

    /** Return the highest number given to any event so far, committed, open or rolled back; 0 before the first. */
    long lastNumber() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT CASE WHEN is_called THEN last_value ELSE 0 END"
                                + " FROM ledger.domain_event_entry_global_index_seq");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Return the transactions that may hold numbers at this moment. */
    Set<String> writers() throws SQLException {
        Set<String> writers = new HashSet<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT virtualtransaction" + AdvisoryLock.WRITER.holders());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                writers.add(rows.getString(1));
            }
        }
        return writers;
    }

    /**
     * Seal the next events whose numbers follow {@link #settled()} without a gap: nobody can hold a number between
     * them.
     *
     * @return what was sealed, at consecutive positions up to {@link #head()}; empty when nothing follows
     * @see #sawGap()
     * @throws UnsealableEvent if the very next event cannot be sealed; those before an unsealable one are sealed first
     */
    List<LogHead.Event> sealFollowing(int limit) throws SQLException {
        return inTransaction(() -> {
            Next next = next(Long.MAX_VALUE, limit);
            List<StoredEvent> seen = next.events();
            int following = 0;
            while (following < seen.size() && seen.get(following).globalIndex() == settled + 1 + following) {
                following++;
            }
            gap = following < seen.size();
            return seal(seen.subList(0, following), next.clock());
        });
    }

    /** Tell whether the last {@link #sealFollowing} saw an event beyond a number that is missing. */
    boolean sawGap() {
        return gap;
    }

    /**
     * Seal the next events whose numbers are at most the given one. All writers with such numbers have ended.
     *
     * @return what was sealed, at consecutive positions up to {@link #head()}; empty when there is nothing left, and
     *     all is settled up to that number
     * @throws UnsealableEvent if the very next event cannot be sealed; those before an unsealable one are sealed first
     */
    List<LogHead.Event> sealUpTo(long number, int limit) throws SQLException {
        List<LogHead.Event> sealed = inTransaction(() -> {
            Next next = next(number, limit);
            return seal(next.events(), next.clock());
        });
        if (sealed.isEmpty()) {
            settled = Math.max(settled, number);
        }
        return sealed;
    }

    private interface Work {
        List<LogHead.Event> run() throws SQLException;
    }

    private List<LogHead.Event> inTransaction(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            List<LogHead.Event> sealed = work.run();
            connection.commit();
            return sealed;
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private void rollback(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private record Next(List<StoredEvent> events, long clock) {}

    private Next next(long upTo, int limit) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        long clock = 0;
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setLong(1, settled);
            query.setLong(2, upTo);
            query.setInt(3, limit);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    clock = rows.getLong("clock");
                    if (rows.getObject("global_index") != null) {
                        events.add(StoredEvent.of(rows));
                    }
                }
            }
        }
        return new Next(events, clock);
    }

    private List<LogHead.Event> seal(List<StoredEvent> events, long clock) throws SQLException {
        if (events.isEmpty()) {
            return List.of();
        }
        if (ledger == null) {
            ledger = openedBy(events.getFirst());
        }
        long sealedAt = Math.max(headSealedAt, clock);
        List<Long> positions = new ArrayList<>();
        List<Long> indices = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        List<LogHead.Event> sealed = new ArrayList<>();
        for (StoredEvent event : events) {
            try {
                hashes.add(event.leafHash(ledger, sealedAt).bytes());
            } catch (MalformedHistory e) {
                if (sealed.isEmpty()) {
                    throw new UnsealableEvent(event.globalIndex(), e);
                }
                break;
            }
            positions.add(head + 1 + sealed.size());
            indices.add(event.globalIndex());
            sealed.add(new LogHead.Event(event.stream(), event.sequence()));
        }
        insert(positions, indices, hashes, sealedAt);
        head = positions.getLast();
        settled = indices.getLast();
        headSealedAt = sealedAt;
        return sealed;
    }

    /** Inserts and commits in one round trip: every caller waits for it. */
    private void insert(List<Long> positions, List<Long> indices, List<byte[]> hashes, long sealedAt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO ledger.log (position, global_index, leaf_hash, sealed_at)"
                        + " SELECT position, global_index, leaf_hash, ?"
                        + " FROM unnest(?::bigint[], ?::bigint[], ?::bytea[]) AS sealed (position, global_index, leaf_hash); COMMIT")) {
            insert.setLong(1, sealedAt);
            insert.setArray(2, connection.createArrayOf("bigint", positions.toArray()));
            insert.setArray(3, connection.createArrayOf("bigint", indices.toArray()));
            insert.setArray(4, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            insert.execute();
        }
    }

    private static String openedBy(StoredEvent first) {
        try {
            return first.opens();
        } catch (MalformedHistory e) {
            throw new UnsealableEvent(first.globalIndex(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
