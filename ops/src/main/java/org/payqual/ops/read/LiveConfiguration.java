package org.payqual.ops.read;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.payqual.domain.Events;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.LiveTables;
import org.payqual.projections.live.Progress;
import org.payqual.projections.live.RowTransactions;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogMessageSource;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.person.JdbcPast;
import org.payqual.projections.person.PersonFold;
import org.payqual.projections.person.RowFold;
import org.payqual.projections.person.RowWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The one processor that keeps the live tables, all of it in the projector's connections. */
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {

    @Bean
    Progress progress(@Qualifier("projectorDataSource") HikariDataSource projector) {
        return new Progress(JdbcClient.create(projector));
    }

    @Bean(initMethod = "start")
    LiveProcessor liveProcessor(
            @Qualifier("projectorDataSource") HikariDataSource projector,
            @Qualifier("projectorTransactionManager") JdbcTransactionManager transactions,
            LogReader log,
            LogHead head,
            TokenStore tokens,
            Progress progress) {
        return new LiveProcessor(
                new LogMessageSource(log, head, event -> event, event -> Map.of()),
                build -> new LiveTables(
                        build,
                        new RowFold(Events.codec(), new JdbcPast(log, JdbcClient.create(projector)), PersonFold.USUAL),
                        new RowWriter(new JdbcTemplate(projector), "read"),
                        progress),
                progress,
                tokens,
                new RowTransactions(transactions),
                LiveProcessor.BATCH);
    }

    @Bean
    LiveTablesHealth liveTablesHealthIndicator(
            @Qualifier("projectorDataSource") HikariDataSource projector,
            LiveProcessor processor,
            Progress progress,
            LogReader log) {
        return new LiveTablesHealth(JdbcClient.create(projector), processor, progress, log);
    }

    @Bean
    LiveTablesLag liveTablesLag(
            @Qualifier("projectorDataSource") HikariDataSource projector, Progress progress, LogReader log) {
        return new LiveTablesLag(JdbcClient.create(projector), progress, log);
    }
}
