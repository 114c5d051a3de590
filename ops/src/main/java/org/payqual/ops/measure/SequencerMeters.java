package org.payqual.ops.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.payqual.projections.log.AdvisoryLock;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.Sequencer;
import org.payqual.projections.log.SequencerState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures what the sequencer does, and which open transactions hold it back. */
final class SequencerMeters implements MeterBinder {

    private static final List<String> STATES = List.of("sealing", "standby", "disconnected", "stopped", "closed");

    private final Sequencer sequencer;
    private final LogHead head;
    private final JdbcClient jdbc;

    SequencerMeters(Sequencer sequencer, LogHead head, JdbcClient jdbc) {
        this.sequencer = sequencer;
        this.head = head;
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String state : STATES) {
            Gauge.builder(
                            "payqual.sequencer.state",
                            sequencer,
                            it -> name(it.state()).equals(state) ? 1 : 0)
                    .tag("state", state)
                    .description("1 for what the sequencer of this process is doing")
                    .register(registry);
        }
        Gauge.builder("payqual.log.position", head, LogHead::current)
                .description("The last position of the log that this process knows, -1 before the first")
                .register(registry);
        Gauge.builder("payqual.sealing.held.seconds", this, SequencerMeters::heldSeconds)
                .description("How long open transactions have held up the sealing; 0 up to a second")
                .register(registry);
        Gauge.builder("payqual.sealing.open.transactions", this, SequencerMeters::openTransactions)
                .description("Transactions that have events not committed yet, of all processes")
                .register(registry);
    }

    private static String name(SequencerState state) {
        return switch (state) {
            case SequencerState.Sealing it -> "sealing";
            case SequencerState.Standby it -> "standby";
            case SequencerState.Disconnected it -> "disconnected";
            case SequencerState.Stopped it -> "stopped";
            case SequencerState.Closed it -> "closed";
        };
    }

    private double heldSeconds() {
        return sequencer.state() instanceof SequencerState.Sealing sealing && sealing.waitingSince() != null
                ? Duration.between(sealing.waitingSince(), Instant.now()).toMillis() / 1000.0
                : 0;
    }

    private double openTransactions() {
        return jdbc.sql("SELECT count(*)" + AdvisoryLock.WRITER.holders())
                .query(Double.class)
                .single();
    }
}
