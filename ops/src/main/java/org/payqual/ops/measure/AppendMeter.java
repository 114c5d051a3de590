package org.payqual.ops.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Times each event that is recorded, from the decision that made it until the database has committed it, not yet its
 * seal.
 */
public final class AppendMeter implements MessageMonitor<EventMessage<?>> {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2)
    };

    private final Timer appended;

    /** Measures into a registry. */
    public AppendMeter(MeterRegistry registry) {
        appended = Timer.builder("payqual.append")
                .description("Events appended, from the decision until the database has committed them, unsealed yet")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public MonitorCallback onMessageIngested(EventMessage<?> event) {
        long begun = System.nanoTime();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                appended.record(Duration.ofNanos(System.nanoTime() - begun));
            }

            @Override
            public void reportFailure(@Nullable Throwable cause) {
                // It is in no table; the command counts as contended or failed.
            }

            @Override
            public void reportIgnored() {
                // Events are never ignored by a store.
            }
        };
    }
}
