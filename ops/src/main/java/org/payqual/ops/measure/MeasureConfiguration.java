package org.payqual.ops.measure;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.payqual.command.intake.ImportsUnderWay;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.Sequencer;
import org.payqual.query.settlement.AnswerCounts;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is measured beyond what each part measures of itself. */
@Configuration(proxyBeanMethods = false)
public class MeasureConfiguration {

    @Bean
    CommandMeters commandMeters(MeterRegistry registry) {
        return new CommandMeters(registry);
    }

    @Bean
    AppendMeter appendMeter(MeterRegistry registry) {
        return new AppendMeter(registry);
    }

    @Bean
    SequencerMeters sequencerMeters(
            Sequencer sequencer, LogHead head, @Qualifier("readingDataSource") HikariDataSource reading) {
        return new SequencerMeters(sequencer, head, JdbcClient.create(reading));
    }

    @Bean
    RebuildMeters rebuildMeters(@Qualifier("readingDataSource") HikariDataSource reading) {
        return new RebuildMeters(JdbcClient.create(reading));
    }

    @Bean
    MeterBinder settlementAnswers(AnswerCounts counts) {
        return registry -> {
            for (AnswerCounts.Outcome outcome : AnswerCounts.Outcome.values()) {
                FunctionCounter.builder("payqual.settlement.answers", counts, it -> it.of(outcome))
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .description("Settlement questions answered, by what came of them")
                        .register(registry);
            }
        };
    }

    @Bean
    MeterBinder importMeters(ImportsUnderWay imports) {
        return registry -> {
            Gauge.builder("payqual.imports.files", imports, ImportsUnderWay::files)
                    .description("Files that this process is importing")
                    .register(registry);
            Gauge.builder("payqual.imports.done", imports, ImportsUnderWay::done)
                    .description("Rows with which their present steps have done")
                    .register(registry);
            Gauge.builder("payqual.imports.all", imports, ImportsUnderWay::all)
                    .description("Rows that their present steps have")
                    .register(registry);
        };
    }

    @Bean
    HealthMeters healthMeters(ListableBeanFactory parts) {
        return new HealthMeters(() -> parts.getBeansOfType(HealthIndicator.class));
    }
}
