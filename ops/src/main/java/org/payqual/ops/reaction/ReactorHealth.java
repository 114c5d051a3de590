package org.payqual.ops.reaction;

import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how far a reactor is, and turns red while it fails or while anything that has to follow is held up. */
final class ReactorHealth implements HealthIndicator {

    private final JdbcClient jdbc;
    private final Reactor reactor;
    private final LogReader log;

    ReactorHealth(JdbcClient jdbc, Reactor reactor, LogReader log) {
        this.jdbc = jdbc;
        this.reactor = reactor;
        this.log = log;
    }

    @Override
    public Health health() {
        long position = jdbc.sql("SELECT position FROM reactor.progress WHERE reaction = ?")
                .param(reactor.name())
                .query(Long.class)
                .single();
        long heldUp = jdbc.sql("SELECT count(*) FROM reactor.held_up WHERE reaction = ?")
                .param(reactor.name())
                .query(Long.class)
                .single();
        boolean failing = reactor.failing();
        return (failing || heldUp > 0 ? Health.down() : Health.up())
                .withDetail("state", reactor.leading() ? "following" : "standby")
                .withDetail("position", position)
                .withDetail("head", log.head().orElse(LogHead.NONE))
                .withDetail("failing", failing)
                .withDetail("heldUp", heldUp)
                .build();
    }
}
