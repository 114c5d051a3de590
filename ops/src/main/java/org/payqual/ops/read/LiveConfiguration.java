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
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The one processor that keeps the live tables, all of it in the projector's connections, and what tells of it. */
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {

    /** Tells callers, who do not wait long, how far the tables are. */
    @Bean
    @Primary
    Progress progress(
            @Qualifier("followedProgress") Progress followed,
            @Qualifier("readingDataSource") HikariDataSource reading) {
        return followed.through(JdbcClient.create(reading));
    }

    /** Tells what writes the tables or follows them, however busy callers keep their connections. */
    @Bean
    Progress followedProgress(@Qualifier("projectorDataSource") HikariDataSource projector) {
        return new Progress(JdbcClient.create(projector));
    }

    @Bean(initMethod = "start")
    LiveProcessor liveProcessor(
            @Qualifier("projectorDataSource") HikariDataSource projector,
            @Qualifier("projectorTransactionManager") JdbcTransactionManager transactions,
            @Qualifier("followedLog") LogReader log,
            LogHead head,
            TokenStore tokens,
            @Qualifier("followedProgress") Progress progress) {
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
            @Qualifier("readingDataSource") HikariDataSource reading,
            LiveProcessor processor,
            Progress progress,
            LogReader log) {
        return new LiveTablesHealth(JdbcClient.create(reading), processor, progress, log);
    }

    @Bean
    LiveTablesLag liveTablesLag(
            @Qualifier("readingDataSource") HikariDataSource reading, Progress progress, LogReader log) {
        return new LiveTablesLag(JdbcClient.create(reading), progress, log);
    }
}
