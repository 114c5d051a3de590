package org.payqual.ops.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.payqual.projections.log.AdvisoryLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how far a rebuild of the read models has come. It runs in a process of its own, so that all is read from
 * where it keeps its progress.
 */
final class RebuildMeters implements MeterBinder {

    private final JdbcClient jdbc;

    RebuildMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "running", "1 while a rebuild runs", "SELECT count(*)" + AdvisoryLock.REBUILD.holders());
        gauge(registry, "events", "Events that a rebuild begun has to load", row("events"));
        gauge(registry, "loaded", "Events that it has loaded", row("loaded"));
        gauge(registry, "indexed", "1 once all of them are loaded and indexed", row("indexed::int"));
    }

    private static String row(String column) {
        return "SELECT coalesce((SELECT " + column + " FROM read.rebuild), 0)";
    }

    private void gauge(MeterRegistry registry, String name, String description, String sql) {
        Gauge.builder(
                        "payqual.rebuild." + name,
                        jdbc,
                        it -> it.sql(sql).query(Double.class).single())
                .description(description)
                .register(registry);
    }
}
