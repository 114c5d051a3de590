package org.payqual.ops.store;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.AdoptedLaw;
import org.payqual.command.dispatch.Foresight;
import org.payqual.command.dispatch.OrderHandlers;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.UnreadableStreams;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Sealing;
import org.payqual.command.port.Statements;
import org.payqual.ops.measure.AppendMeter;
import org.payqual.ops.measure.CommandMeters;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Names every part of the event store and of the command bus; nothing is left to a default that could change. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final Duration CLAIM = Duration.ofSeconds(3);

    @Bean
    LedgerSerializer ledgerSerializer() {
        return new LedgerSerializer();
    }

    @Bean
    LedgerEngine ledgerEngine(@Qualifier("ledgerDataSource") DataSource ledgerDataSource, LedgerSerializer serializer) {
        // The stored form knows milliseconds; so does an event before it is stored.
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
        return LedgerEngine.on(ledgerDataSource, serializer);
    }

    @Bean(destroyMethod = "shutDown")
    EventStore eventStore(LedgerEngine engine, AppendMeter meter) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(meter)
                .build();
    }

    @Bean
    CommandBus commandBus(EventStore events, AdoptedLaw law, Statements statements, CommandMeters meters) {
        // A decision is written by one statement or one transaction of the store's own; see Append.
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        OrderHandlers.subscribe(bus, events, law, statements);
        // It lasts as long as the bus.
        var unused = bus.registerHandlerInterceptor(meters);
        return bus;
    }

    @Bean
    AdoptedLaw adoptedLaw(EventStore events, @Qualifier("ledgerDataSource") DataSource ledgerDataSource) {
        return new AdoptedLaw(events, new StoredEnds(ledgerDataSource));
    }

    @Bean
    UnreadableStreams unreadableStreams() {
        return new UnreadableStreams();
    }

    @Bean
    UnreadableStreamsHealth unreadableStreamsHealthIndicator(UnreadableStreams streams) {
        return new UnreadableStreamsHealth(streams);
    }

    @Bean
    Recorder recorder(CommandBus bus, Digests digests, Sealing sealing, UnreadableStreams unreadable) {
        return new Recorder(bus, digests, sealing, unreadable);
    }

    @Bean
    Foresight foresight(EventStore events, AdoptedLaw law) {
        return new Foresight(events, law);
    }

    /** Opens the ledger before anything is served. */
    @Bean
    OpenedLedger openedLedger(
            @Qualifier("ledgerDataSource") DataSource ledgerDataSource,
            Recorder recorder,
            AdoptedLaw law,
            @Value("${payqual.sample:#{null}}") @Nullable Boolean sample,
            @Value("${spring.datasource.url:#{null}}") @Nullable String url) {
        return new LedgerOpening(ledgerDataSource, recorder, law).open(sample, url == null);
    }

    /**
     * Keeps how far processors are, in the read models' own schema and transactions. A claim that a killed process left
     * behind soon ends, because nothing is answered from the tables before.
     */
    @Bean
    TokenStore tokenStore(@Qualifier("projectorDataSource") DataSource projectorDataSource) {
        return JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(projectorDataSource)::getConnection)
                .schema(Tokens.SCHEMA)
                .serializer(Tokens.serializer())
                .claimTimeout(CLAIM)
                .build();
    }
}
