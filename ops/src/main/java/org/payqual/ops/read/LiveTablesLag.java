package org.payqual.ops.read;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures how far the live tables are behind the log, in events and in seconds. */
final class LiveTablesLag implements MeterBinder {

    private final JdbcClient jdbc;
    private final Progress progress;
    private final LogReader log;

    LiveTablesLag(JdbcClient jdbc, Progress progress, LogReader log) {
        this.jdbc = jdbc;
        this.progress = progress;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("payqual.live.lag.events", this, LiveTablesLag::events)
                .description("Events that are sealed and not yet in the live tables")
                .register(registry);
        Gauge.builder("payqual.live.lag.seconds", this, LiveTablesLag::seconds)
                .description("How long ago the first of them was sealed, by the database's clock")
                .register(registry);
    }

    double events() {
        long position = progress.position();
        return log.head().orElse(LogHead.NONE) - position;
    }

    double seconds() {
        return jdbc.sql("""
                        SELECT coalesce((
                            SELECT extract(epoch FROM clock_timestamp()) - sealed_at / 1000.0
                            FROM ledger.log
                            WHERE position > (SELECT position FROM read.progress WHERE reader = 'live')
                            ORDER BY position LIMIT 1), 0)::double precision
                        """).query(Double.class).single();
    }
}
