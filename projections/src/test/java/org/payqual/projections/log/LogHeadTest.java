package org.payqual.projections.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;

class LogHeadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final LogHead head = new LogHead();

    @Test
    void startsBeforeTheFirstPositionAndNeverGoesBack() {
        assertThat(head.current()).isEqualTo(LogHead.NONE);
        head.advance(7);
        head.advance(3);
        assertThat(head.current()).isEqualTo(7);
    }

    @Test
    void wakesWhoWaitsForMore() throws Exception {
        assertThat(head.awaitBeyond(4, SHORT)).isFalse();
        CompletableFuture<Boolean> reached = CompletableFuture.supplyAsync(() -> waitFor(4));
        head.advance(4);
        assertThat(head.awaitBeyond(3, Duration.ZERO)).isTrue();
        head.advance(5);
        assertThat(reached).succeedsWithin(PATIENCE).isEqualTo(true);
    }

    @Test
    void remembersTheLatestEventsByTheirStream() throws Exception {
        LogHead.Event first = event(0);
        LogHead.Event second = event(1);
        assertThat(head.await(first, SHORT)).isEmpty();
        head.sealed(41, List.of(first, second));
        assertThat(head.await(second, Duration.ZERO)).isEqualTo(OptionalLong.of(42));
        assertThat(head.current()).isEqualTo(42);
        for (long i = 2; i < 10_002; i++) {
            head.sealed(41 + i, List.of(event(i)));
        }
        assertThat(head.await(second, Duration.ZERO)).as("forgotten in time").isEmpty();
    }

    @Test
    void tellsListenersUntilTheyAreRemoved() {
        List<Long> seen = new ArrayList<>();
        Runnable listener = () -> seen.add(head.current());
        head.onAdvance(listener);
        head.advance(1);
        head.advance(1);
        head.advance(2);
        head.remove(listener);
        head.advance(3);
        assertThat(seen).containsExactly(1L, 2L);
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromBeingTold() {
        List<Long> seen = new ArrayList<>();
        head.onAdvance(() -> {
            throw new IllegalStateException("closing");
        });
        head.onAdvance(() -> seen.add(head.current()));
        head.advance(1);
        assertThat(seen).containsExactly(1L);
    }

    private boolean waitFor(long position) {
        try {
            return head.awaitBeyond(position, PATIENCE);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static LogHead.Event event(long sequence) {
        return new LogHead.Event(new StreamName(StreamType.PERSON, "p"), sequence);
    }
}
