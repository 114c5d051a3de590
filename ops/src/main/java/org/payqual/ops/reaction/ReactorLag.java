package org.payqual.ops.reaction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures how far a reactor is behind the log, in events and in seconds, and how much is held up. */
final class ReactorLag implements MeterBinder {

    private final JdbcClient jdbc;
    private final String reaction;

    /**
     * Measures one reactor.
     *
     * @param reaction the word under which its progress is kept
     */
    ReactorLag(JdbcClient jdbc, String reaction) {
        this.jdbc = jdbc;
        this.reaction = reaction;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("payqual.reactor.lag.events", this, ReactorLag::events)
                .tag("reaction", reaction)
                .description("Events that are sealed and not yet followed up")
                .register(registry);
        Gauge.builder("payqual.reactor.lag.seconds", this, ReactorLag::seconds)
                .tag("reaction", reaction)
                .description("How long ago the first of them was sealed, by the database's clock")
                .register(registry);
        Gauge.builder("payqual.reactor.held.up", this, ReactorLag::heldUp)
                .tag("reaction", reaction)
                .description("Events of which not all that follows could be done yet")
                .register(registry);
    }

    double events() {
        return number("""
                SELECT coalesce((SELECT max(position) FROM ledger.log), -1) - position FROM reactor.progress
                WHERE reaction = ?
                """);
    }

    double seconds() {
        return number("""
                SELECT coalesce((
                    SELECT extract(epoch FROM clock_timestamp()) - sealed_at / 1000.0
                    FROM ledger.log
                    WHERE position > (SELECT position FROM reactor.progress WHERE reaction = ?)
                    ORDER BY position LIMIT 1), 0)
                """);
    }

    double heldUp() {
        return number("SELECT count(*) FROM reactor.held_up WHERE reaction = ?");
    }

    private double number(String sql) {
        return jdbc.sql(sql).param(reaction).query(Double.class).single();
    }
}
