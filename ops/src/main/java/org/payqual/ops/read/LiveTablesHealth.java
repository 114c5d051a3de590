package org.payqual.ops.read;

import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how far the live tables are, and turns red while they fail or while anyone's history cannot be followed. */
final class LiveTablesHealth implements HealthIndicator {

    private final JdbcClient jdbc;
    private final LiveProcessor processor;
    private final Progress progress;
    private final LogReader log;

    LiveTablesHealth(JdbcClient jdbc, LiveProcessor processor, Progress progress, LogReader log) {
        this.jdbc = jdbc;
        this.processor = processor;
        this.progress = progress;
        this.log = log;
    }

    @Override
    public Health health() {
        long stopped =
                jdbc.sql("SELECT count(*) FROM read.stopped").query(Long.class).single();
        boolean failing = processor.failing();
        return (failing || stopped > 0 ? Health.down() : Health.up())
                .withDetail("position", progress.position())
                .withDetail("head", log.head().orElse(LogHead.NONE))
                .withDetail("failing", failing)
                .withDetail("stoppedPeople", stopped)
                .build();
    }
}
