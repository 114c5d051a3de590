package org.payqual.ops.identity;

import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Says whether all keys that entries depend on are at hand, by their names. */
final class KeyHealth extends AbstractHealthIndicator {

    private final KeyCare keyCare;

    KeyHealth(KeyCare keyCare) {
        super("the state of the keys cannot be read");
        this.keyCare = keyCare;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> missing = keyCare.missing();
        health.withDetail("missing", missing);
        if (missing.isEmpty()) {
            health.up();
        } else {
            health.down();
        }
    }
}
