package org.payqual.ops.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Tells of each part whose health is told whether it is well, so that one alert watches all of them. */
final class HealthMeters implements MeterBinder {

    private static final Pattern SUFFIX = Pattern.compile("Health(Indicator|Contributor)$");

    private final Supplier<Map<String, HealthIndicator>> parts;

    /**
     * Measures parts.
     *
     * @param parts by the names of their beans
     */
    HealthMeters(Supplier<Map<String, HealthIndicator>> parts) {
        this.parts = parts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        parts.get()
                .forEach((name, part) -> Gauge.builder("payqual.health", part, HealthMeters::well)
                        .tag("part", SUFFIX.matcher(name).replaceAll(""))
                        .description("1 while the part is well")
                        .register(registry));
    }

    private static double well(HealthIndicator part) {
        try {
            return Objects.requireNonNull(part.health()).getStatus().equals(Status.UP) ? 1 : 0;
        } catch (RuntimeException cannotTell) {
            return 0;
        }
    }
}
