package org.payqual.ops.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.payqual.domain.person.PersonEvent;
import org.payqual.projections.live.RowTransactions;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The framework as its guide sets it up: its JDBC engine, its JSON serializer, its repository, its bus. */
final class StockAxon implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final JdbcEventStorageEngine engine;
    private final EmbeddedEventStore events;
    private final TransactionManager transactions;
    private final SimpleCommandBus bus;

    /** Creates its tables, in a schema of their own. */
    StockAxon(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS bench_stock");
        } catch (SQLException e) {
            throw new IllegalStateException("no schema for the framework's tables", e);
        }
        EventSchema schema = EventSchema.builder()
                .eventTable("bench_stock.domain_event_entry")
                .snapshotTable("bench_stock.snapshot_event_entry")
                .build();
        Serializer serializer = Jackson3Serializer.builder().build();
        transactions = new RowTransactions(new JdbcTransactionManager(source));
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(source)::getConnection)
                .transactionManager(transactions)
                .schema(schema)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
        events = EmbeddedEventStore.builder().storageEngine(engine).build();
        bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        AggregateAnnotationCommandHandler.<StockPerson>builder()
                .aggregateType(StockPerson.class)
                .repository(EventSourcingRepository.builder(StockPerson.class)
                        .eventStore(events)
                        .build())
                .build()
                .subscribe(bus);
    }

    /** Writes the streams of a crowd. */
    void write(Crowd crowd, int length) {
        List<DomainEventMessage<?>> waiting = new ArrayList<>();
        for (String id : crowd.ids()) {
            for (int i = 0; i < length; i++) {
                Object event = i == 0
                        ? new StockPerson.Opened(id, new PersonEvent.Identified("PASSPORT"))
                        : crowd.event(id, i);
                waiting.add(new GenericDomainEventMessage<>("StockPerson", id, i, event));
            }
            if (waiting.size() >= BATCH) {
                append(waiting);
            }
        }
        append(waiting);
    }

    /** Sends a command and waits for its end. */
    void send(Object command) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), callback);
        callback.getResult();
    }

    /** Returns the store, for whoever tracks it. */
    EmbeddedEventStore events() {
        return events;
    }

    /** Returns the transactions of the store. */
    TransactionManager transactions() {
        return transactions;
    }

    private void append(List<DomainEventMessage<?>> waiting) {
        List<DomainEventMessage<?>> batch = List.copyOf(waiting);
        transactions.executeInTransaction(() -> engine.appendEvents(batch));
        waiting.clear();
    }

    @Override
    public void close() {
        events.shutDown();
    }
}
