package org.payqual.ops.start;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.payqual.ops.access.sample.LedgerKind;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.store.OpenedLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the whole program assumes, and says once it serves. */
@Configuration(proxyBeanMethods = false)
public class StartConfiguration {

    /** The days of the law are days in this zone. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    Clock clock() {
        return Clock.system(ZONE);
    }

    @Bean
    LedgerKind ledgerKind(OpenedLedger ledger) {
        return ledger::sample;
    }

    @Bean
    @ConditionalOnProperty(name = "payqual.announce", matchIfMissing = true)
    ReadyLine readyLine(OpenedLedger ledger, ObjectProvider<SampleTokens> tokens, ObjectProvider<SampleFiles> files) {
        return new ReadyLine(ledger, tokens, files);
    }

    /** Fills a new sample ledger, where the command line has not said otherwise. */
    @Bean
    @ConditionalOnProperty(name = "payqual.sample-files", havingValue = "true")
    SampleFiles sampleFiles(
            OpenedLedger ledger,
            ObjectProvider<SampleTokens> tokens,
            @Qualifier("ledgerDataSource") DataSource ledgerDataSource,
            @Value("${payqual.access.sample-folder}") Path folder) {
        return new SampleFiles(ledger, tokens, JdbcClient.create(ledgerDataSource), folder.resolve("files-loading"));
    }
}
