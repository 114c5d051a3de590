package org.payqual.ops.reaction;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import org.payqual.command.dispatch.Recorder;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one reactor, with its rules. */
@Configuration(proxyBeanMethods = false)
public class ReactionConfiguration {

    private static final Duration HELD_UP_PAUSE = Duration.ofSeconds(30);

    @Bean(initMethod = "start")
    Reactor reactor(PostgresAccess access, LogReader log, LogHead head, Recorder recorder, Progress tables) {
        return new Reactor(
                access.projectorSessions(),
                log,
                head,
                recorder,
                List.of(new OverturnedHandlings(), new ReachedRatios(tables)),
                HELD_UP_PAUSE);
    }

    @Bean
    ReactorHealth reactorHealthIndicator(
            @Qualifier("projectorDataSource") HikariDataSource projector, Reactor reactor, LogReader log) {
        return new ReactorHealth(JdbcClient.create(projector), reactor, log);
    }

    @Bean
    ReactorLag reactorLag(@Qualifier("projectorDataSource") HikariDataSource projector) {
        return new ReactorLag(JdbcClient.create(projector));
    }
}
