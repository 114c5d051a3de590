package org.payqual.ops.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * nothing came between is told by the sequence, which each stream has once. So however many events are one statement
 * that commits itself.
 */
final class Append {

    private static final String INSERT = "INSERT INTO ledger.domain_event_entry (event_identifier,"
            + " aggregate_identifier, sequence_number, type, time_stamp, payload_type, payload_revision, payload,"
            + " meta_data) SELECT event, stream, sequence, type, time, name, version, payload, metadata"
            + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY"
            + " e (event, stream, sequence, type, time, name, version, payload, metadata, place) ORDER BY place";

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
        List<SerializedObject<byte[]>> payloads = events.stream()
                .map(it -> it.serializePayload(serializer, byte[].class))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            int at = 0;
            insert.setObject(++at, texts(events, DomainEventMessage::getIdentifier));
            insert.setObject(++at, texts(events, DomainEventMessage::getAggregateIdentifier));
            insert.setObject(
                    ++at,
                    events.stream().map(DomainEventMessage::getSequenceNumber).toArray(Long[]::new));
            insert.setObject(++at, texts(events, DomainEventMessage::getType));
            insert.setObject(++at, texts(events, it -> DateTimeUtils.formatInstant(it.getTimestamp())));
            insert.setObject(++at, texts(payloads, it -> it.getType().getName()));
            insert.setObject(++at, texts(payloads, it -> it.getType().getRevision()));
            insert.setObject(
                    ++at, payloads.stream().map(SerializedObject::getData).toArray(byte[][]::new));
            insert.setObject(
                    ++at,
                    events.stream()
                            .map(it -> it.serializeMetaData(serializer, byte[].class)
                                    .getData())
                            .toArray(byte[][]::new));
            insert.executeUpdate();
        }
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
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
