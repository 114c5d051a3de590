package org.payqual.ops.read;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.payqual.domain.Events;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.StreamScan;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.settlement.index.IndexKeeper;
import org.payqual.query.settlement.index.SettlementIndex;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settlement index and what keeps it current. */
@Configuration(proxyBeanMethods = false)
public class IndexConfiguration {

    @Bean
    SettlementIndex settlementIndex() {
        return new SettlementIndex();
    }

    @Bean(initMethod = "start")
    IndexKeeper indexKeeper(
            SettlementIndex index, @Qualifier("projectorDataSource") HikariDataSource projector, LogHead head) {
        return new IndexKeeper(index, new StreamScan(projector), head, Events.codec());
    }

    @Bean
    SettlementIndexHealth settlementIndexHealthIndicator(SettlementIndex index, IndexKeeper keeper, LogHead head) {
        return new SettlementIndexHealth(index, keeper, head);
    }

    @Bean
    MeterBinder settlementIndexMeters(SettlementIndex index, LogHead head) {
        return registry -> {
            Gauge.builder("payqual.settlement.lag.events", index, it -> head.current() - position(it))
                    .description("Events that are sealed and not yet in the settlement index")
                    .register(registry);
            Gauge.builder("payqual.settlement.people", index, SettlementIndex::people)
                    .description("People in the settlement index")
                    .register(registry);
        };
    }

    static long position(SettlementIndex index) {
        return index.reflects().map(KnownAt::position).orElse(LogHead.NONE);
    }
}
