package org.payqual.projections.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void theFirstLookIsAtOnceAndTheNextAfterAPause() throws InterruptedException {
        Pace pace = new Pace(Duration.ofHours(1));
        assertThat(pace.leftNanos()).isZero();
        pace.await();
        assertThat(pace.leftNanos())
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void afterARestTheNextLookIsAtOnceAgain() throws InterruptedException {
        Pace pace = new Pace(Duration.ofNanos(1));
        pace.looked();
        pace.await();
        assertThat(pace.leftNanos()).isZero();
    }
}
