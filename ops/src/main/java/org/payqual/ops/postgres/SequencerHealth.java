package org.payqual.ops.postgres;

import org.payqual.projections.log.Sequencer;
import org.payqual.projections.log.SequencerState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says whether events are being sealed, and if not why; never anything of an event's content. */
final class SequencerHealth implements HealthIndicator {

    private final Sequencer sequencer;

    SequencerHealth(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public Health health() {
        SequencerState state = sequencer.state();
        Health.Builder health = state.healthy() ? Health.up() : Health.down();
        return switch (state) {
            case SequencerState.Sealing sealing -> {
                health.withDetail("state", "sealing").withDetail("position", sealing.head());
                if (sealing.waitingSince() != null) {
                    health.withDetail("waitingForWriterSince", sealing.waitingSince());
                }
                yield health.build();
            }
            case SequencerState.Standby standby ->
                health.withDetail("state", "standby").build();
            case SequencerState.Disconnected disconnected ->
                health.withDetail("state", "disconnected")
                        .withDetail("since", disconnected.since())
                        .build();
            case SequencerState.Stopped stopped ->
                health.withDetail("state", "stopped")
                        .withDetail("eventNumber", stopped.globalIndex())
                        .withDetail("reason", stopped.reason())
                        .build();
            case SequencerState.Closed closed ->
                health.withDetail("state", "closed").build();
        };
    }
}
