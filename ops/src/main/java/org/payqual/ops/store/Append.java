package org.payqual.ops.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.payqual.command.dispatch.Causes;
import org.payqual.command.dispatch.OutcomeUnknown;
import org.payqual.command.dispatch.StreamCollision;

/**
 * Puts the events of one decision into the table, all or none. What was read before needs no transaction with it: that
 * nothing came between is told by the sequence, which each stream has once. So one event is one statement that commits
 * itself, and only several take a transaction.
 */
final class Append {

    private static final String INSERT = "INSERT INTO ledger.domain_event_entry (event_identifier,"
            + " aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
            + " meta_data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /**
     * Classes of SQLSTATE with which a server refuses for certain: data, integrity, state, rollback, syntax or right,
     * limits, and what something is not in the state for.
     */
    private static final Set<String> REFUSED = Set.of("22", "23", "25", "40", "42", "54", "55");

    private static final String COMPLETION_UNKNOWN = "40003";

    private final DataSource connections;
    private final Serializer serializer;
    private final StreamCollisions collisions = new StreamCollisions();

    Append(DataSource connections, Serializer serializer) {
        this.connections = connections;
        this.serializer = serializer;
    }

    /**
     * Appends events.
     *
     * @throws StreamCollision if a stream has another event at the same place; nothing is recorded
     * @throws EventStoreException if nothing is recorded for another reason
     * @throws OutcomeUnknown if nobody knows
     */
    void all(List<DomainEventMessage<?>> events) {
        try (Connection connection = connected()) {
            insert(connection, events);
        } catch (SQLException e) {
            throw failure(e, events.getFirst());
        }
    }

    private Connection connected() {
        try {
            return connections.getConnection();
        } catch (SQLException e) {
            throw refused(Causes.sqlState(e));
        }
    }

    private void insert(Connection connection, List<DomainEventMessage<?>> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (DomainEventMessage<?> event : events) {
                bind(insert, event);
                insert.addBatch();
            }
            if (events.size() == 1) {
                insert.executeBatch();
            } else {
                // Given back to the pool before the commit, it is rolled back.
                connection.setAutoCommit(false);
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private void bind(PreparedStatement insert, DomainEventMessage<?> event) throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        int at = 0;
        insert.setString(++at, event.getIdentifier());
        insert.setString(++at, event.getAggregateIdentifier());
        insert.setLong(++at, event.getSequenceNumber());
        insert.setString(++at, event.getType());
        insert.setString(++at, DateTimeUtils.formatInstant(event.getTimestamp()));
        insert.setString(++at, payload.getType().getName());
        insert.setString(++at, payload.getType().getRevision());
        insert.setBytes(++at, payload.getData());
        insert.setBytes(++at, event.serializeMetaData(serializer, byte[].class).getData());
    }

    /** Says what went wrong by a state, never in the database's words: they could quote the events. */
    private RuntimeException failure(SQLException thrown, DomainEventMessage<?> first) {
        if (collisions.isDuplicateKeyViolation(thrown)) {
            return new StreamCollision(first.getAggregateIdentifier(), first.getSequenceNumber());
        }
        Optional<String> state = Causes.sqlState(thrown);
        return state.filter(Append::isRefusal).isPresent() ? refused(state) : new OutcomeUnknown(state.orElse(null));
    }

    private static boolean isRefusal(String state) {
        return REFUSED.contains(state.substring(0, 2)) && !state.equals(COMPLETION_UNKNOWN);
    }

    private static EventStoreException refused(Optional<String> state) {
        return new EventStoreException(
                "an append failed, SQLSTATE " + state.orElse(null),
                new SQLException("the database's words are withheld", state.orElse(null)));
    }
}
