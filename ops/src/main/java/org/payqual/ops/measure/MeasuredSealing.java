package org.payqual.ops.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.OptionalLong;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.StreamType;

/** Times how long writers wait, once their transaction has ended, for the position of what they appended. */
public final class MeasuredSealing implements Sealing {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private final Sealing sealing;
    private final Timer sealed;
    private final Timer unsealed;

    /** Measures a sealing into a registry. */
    public MeasuredSealing(Sealing sealing, MeterRegistry registry) {
        this.sealing = sealing;
        this.sealed = timer("sealed", registry);
        this.unsealed = timer("unsealed", registry);
    }

    private static Timer timer(String outcome, MeterRegistry registry) {
        return Timer.builder("payqual.sealing")
                .description("Waits of writers from the end of their transaction to the position, or in vain")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public OptionalLong await(StreamType type, String stream, long sequence) {
        long begun = System.nanoTime();
        OptionalLong position = sealing.await(type, stream, sequence);
        (position.isPresent() ? sealed : unsealed).record(Duration.ofNanos(System.nanoTime() - begun));
        return position;
    }

    @Override
    public boolean stopped() {
        return sealing.stopped();
    }
}
