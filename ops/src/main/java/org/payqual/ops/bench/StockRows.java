package org.payqual.ops.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.payqual.domain.person.PersonEvent;
import org.payqual.ops.bench.Callers.Rate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The framework's tracking processor as its guide sets it up, with a handler that writes one row for each event. */
final class StockRows implements AutoCloseable {

    private final TrackingEventProcessor processor;
    private final Rows rows;

    /** Writes a row for each event of a person. */
    private static final class Rows {

        private final JdbcClient jdbc;
        private final AtomicLong written = new AtomicLong();

        private Rows(DataSource source) {
            this.jdbc = JdbcClient.create(source);
        }

        @EventHandler
        @SuppressWarnings("UnusedMethod") // the framework calls it
        void on(PersonEvent event) {
            jdbc.sql("INSERT INTO bench_stock.step (kind) VALUES (?)")
                    .param(event.getClass().getSimpleName())
                    .update();
            written.incrementAndGet();
        }
    }

    /** Creates the tables of rows and tokens. */
    StockRows(StockAxon stock, DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_stock.step (id bigserial PRIMARY KEY, kind text NOT NULL)");
        }
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(source)::getConnection)
                .schema(TokenSchema.builder()
                        .setTokenTable("bench_stock.token_entry")
                        .build())
                .serializer(Jackson3Serializer.builder().build())
                .build();
        stock.transactions().executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        rows = new Rows(source);
        processor = TrackingEventProcessor.builder()
                .name("steps")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(rows).build())
                .messageSource(stock.events())
                .tokenStore(tokens)
                .transactionManager(stock.transactions())
                // A replay's token is one that the framework's own serializer does not read back.
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                .build();
    }

    /** Lets it work for some seconds, and counts. */
    Rate measure(int seconds) {
        processor.start();
        long begun = System.nanoTime();
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Rate(rows.written.get() / ((System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1)), 0);
    }

    @Override
    public void close() {
        processor.shutDown();
    }
}
