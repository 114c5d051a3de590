package org.payqual.ops.store;

import org.payqual.command.dispatch.UnreadableStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Turns the application's health red when a stream has an event that cannot follow; an operator has to look. */
final class UnreadableStreamsHealth implements HealthIndicator {

    private final UnreadableStreams streams;

    UnreadableStreamsHealth(UnreadableStreams streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        int found = streams.found().size();
        return (found == 0 ? Health.up() : Health.down())
                .withDetail("unreadableStreams", found)
                .build();
    }
}
