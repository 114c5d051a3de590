package org.payqual.ops.read;

import org.payqual.projections.log.LogHead;
import org.payqual.query.settlement.index.IndexKeeper;
import org.payqual.query.settlement.index.SettlementIndex;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Says how far the settlement index is, and turns red while it cannot follow the log. */
final class SettlementIndexHealth implements HealthIndicator {

    private final SettlementIndex index;
    private final IndexKeeper keeper;
    private final LogHead head;

    SettlementIndexHealth(SettlementIndex index, IndexKeeper keeper, LogHead head) {
        this.index = index;
        this.keeper = keeper;
        this.head = head;
    }

    @Override
    public Health health() {
        boolean failing = keeper.failing();
        return (failing ? Health.down() : Health.up())
                .withDetail("position", IndexConfiguration.position(index))
                .withDetail("head", head.current())
                .withDetail("failing", failing)
                .withDetail("people", index.people())
                .build();
    }
}
