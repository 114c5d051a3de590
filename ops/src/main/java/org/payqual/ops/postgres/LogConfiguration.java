package org.payqual.ops.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.payqual.command.port.Sealing;
import org.payqual.ops.measure.MeasuredSealing;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedPositions;
import org.payqual.projections.log.Sequencer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The log: its sequencer, its readers, and who waits for it. */
@Configuration(proxyBeanMethods = false)
public class LogConfiguration {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Keep how far the log reaches. */
    @Bean
    LogHead logHead() {
        return new LogHead();
    }

    /** Read the log for callers, who do not wait long. */
    @Bean
    @Primary
    LogReader logReader(@Qualifier("readingDataSource") HikariDataSource reading) {
        return new LogReader(reading);
    }

    /** Read the log for what follows it, however long a statement takes. */
    @Bean
    LogReader followedLog(@Qualifier("projectorDataSource") HikariDataSource projector) {
        return new LogReader(projector);
    }

    /** Seal, in a session of its own, once the tables are there. */
    @Bean(initMethod = "start")
    Sequencer sequencer(PostgresAccess access, Flyway migrated, LogHead head) {
        return new Sequencer(access.ledgerSessions(), head);
    }

    /**
     * Tell writers positions, in the connections in which they wrote: of what is recorded nobody may hear, after a
     * pause of seconds, that it could not be looked up.
     */
    @Bean
    SealedPositions sealedPositions(
            LogHead head, @Qualifier("ledgerDataSource") HikariDataSource ledger, Sequencer sequencer) {
        return new SealedPositions(head, new LogReader(ledger), sequencer::sealsHere);
    }

    /** Let writers wait for their position, or at least until what they wrote is on disk. */
    @Bean
    Sealing sealing(Sequencer sequencer, SealedPositions positions, PostgresAccess access, MeterRegistry registry) {
        WalFlush otherwise = new WalFlush(access.ledgerSessions());
        return new MeasuredSealing(
                new SequencedSealing(sequencer, positions, LONGEST_WAIT, otherwise::flush), registry);
    }

    /** Report the sequencer's state with the application's health. */
    @Bean
    SequencerHealth sequencerHealthIndicator(Sequencer sequencer) {
        return new SequencerHealth(sequencer);
    }
}
