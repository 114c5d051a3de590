package org.payqual.ops.store;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.StreamName;

/**
 * Appends events to the ledger's table and reads streams from it. There are no snapshots, and nobody follows the table:
 * what follows reads the log, which forgets no gaps.
 */
final class LedgerEngine extends JdbcEventStorageEngine {

    private static final int BATCH = 100;

    private static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("ledger.domain_event_entry")
            .globalIndexColumn("global_index")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private final Append append;

    private LedgerEngine(Builder builder, Append append) {
        super(builder);
        this.append = append;
    }

    /** Makes the engine; each statement takes a connection and gives it back. */
    static LedgerEngine on(DataSource connections, Serializer serializer) {
        Builder builder = JdbcEventStorageEngine.builder();
        builder.connectionProvider(connections::getConnection)
                .transactionManager(NoTransactionManager.INSTANCE)
                .schema(SCHEMA)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(BATCH)
                // A stream that ends within a batch is not asked for more.
                .finalAggregateBatchPredicate(read -> read.size() < BATCH);
        return new LedgerEngine(builder, new Append(connections, serializer));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("streams have no snapshots");
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int limit) {
        throw new UnsupportedOperationException("the log is followed, not the table of events");
    }

    /**
     * Appends nothing that the sequencer could not seal, since nothing after it would be sealed either. Names, versions
     * and metadata come from {@link LedgerSerializer}, which writes sealable ones only.
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        append.all(events.stream().map(LedgerEngine::requireStream).toList());
    }

    private static DomainEventMessage<?> requireStream(EventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> of) {
            try {
                if (StreamName.stored(of.getAggregateIdentifier())
                        .type()
                        .label()
                        .equals(of.getType())) {
                    return of;
                }
            } catch (IllegalArgumentException e) {
                throw new EventStoreException("an event names no stream", e);
            }
        }
        throw new EventStoreException("an event is of another kind than its stream");
    }
}
