package org.payqual.ops.reaction;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.port.Identities;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reactor for each rule, so that what holds up one rule holds up no other. */
@Configuration(proxyBeanMethods = false)
public class ReactionConfiguration {

    private static final Duration HELD_UP_PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean(initMethod = "start")
    Reactor overturnedHandlings(
            PostgresAccess access, @Qualifier("followedLog") LogReader log, LogHead head, Recorder recorder) {
        return new Reactor(
                access.projectorSessions(), log, head, recorder, new OverturnedHandlings(), HELD_UP_PAUSE, PATIENCE);
    }

    @Bean(initMethod = "start")
    Reactor reachedRatios(
            PostgresAccess access,
            @Qualifier("followedLog") LogReader log,
            LogHead head,
            Recorder recorder,
            @Qualifier("followedProgress") Progress tables,
            @Qualifier("projectorDataSource") HikariDataSource projector) {
        ReachedRatios ratios = new ReachedRatios(tables, JdbcClient.create(projector));
        return new Reactor(access.projectorSessions(), log, head, recorder, ratios, HELD_UP_PAUSE, PATIENCE);
    }

    @Bean(initMethod = "start")
    Reactor joinedIdentities(
            PostgresAccess access,
            @Qualifier("followedLog") LogReader log,
            LogHead head,
            Recorder recorder,
            Identities identities) {
        JoinedIdentities joined = new JoinedIdentities(identities);
        return new Reactor(access.projectorSessions(), log, head, recorder, joined, HELD_UP_PAUSE, PATIENCE);
    }

    @Bean
    ReactorHealth joinedIdentitiesHealthIndicator(
            @Qualifier("readingDataSource") HikariDataSource reading,
            @Qualifier("joinedIdentities") Reactor reactor,
            LogReader log) {
        return new ReactorHealth(JdbcClient.create(reading), reactor, log);
    }

    @Bean
    ReactorHealth overturnedHandlingsHealthIndicator(
            @Qualifier("readingDataSource") HikariDataSource reading,
            @Qualifier("overturnedHandlings") Reactor reactor,
            LogReader log) {
        return new ReactorHealth(JdbcClient.create(reading), reactor, log);
    }

    @Bean
    ReactorHealth reachedRatiosHealthIndicator(
            @Qualifier("readingDataSource") HikariDataSource reading,
            @Qualifier("reachedRatios") Reactor reactor,
            LogReader log) {
        return new ReactorHealth(JdbcClient.create(reading), reactor, log);
    }

    @Bean
    MeterBinder reactorLags(@Qualifier("readingDataSource") HikariDataSource reading, List<Reactor> reactors) {
        JdbcClient jdbc = JdbcClient.create(reading);
        // Kept by what is returned: a gauge itself does not keep what it asks.
        List<ReactorLag> lags =
                reactors.stream().map(it -> new ReactorLag(jdbc, it.name())).toList();
        return registry -> lags.forEach(it -> it.bindTo(registry));
    }
}
