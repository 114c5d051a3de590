package org.payqual.ops.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Outcome;

/** A reactor that dies before or after any of its steps leaves nothing undone and nothing done twice. */
class ReactorCrashTest {

    private static final int BEFORE = 3;
    private static final int AFTER = 2;

    @Test
    void whereverItDiesTheNextCompletesWithoutDoubles() {
        int boundaries = 0;
        try (HandlingLedger ledger = new HandlingLedger()) {
            boolean died = true;
            while (died) {
                died = diesAndIsFollowed(ledger, boundaries);
                boundaries++;
            }
        }
        assertThat(boundaries)
                .as("each of the five commands, and what is noted of it, has a boundary before and after")
                .isGreaterThan(2 * (BEFORE + AFTER) * 2);
    }

    private static boolean diesAndIsFollowed(HandlingLedger ledger, int boundary) {
        String handling = "C" + boundary;
        scoreBeforeAndAfterOverturning(ledger, handling);
        Steps steps = new Steps(boundary);
        try (Reactor doomed = ledger.reactor(steps.around(ledger.sessions), steps::around, Duration.ofSeconds(30))) {
            doomed.start();
            HandlingLedger.await(() -> steps.died() ? doomed.failing() : ledger.followedUp());
        }
        try (Reactor next = ledger.reactor()) {
            next.start();
            ledger.awaitFollowedUp();
        }
        assertThat(ledger.scored(handling, true)).hasSize(BEFORE);
        assertThat(ledger.scored(handling, false)).hasSize(AFTER);
        for (boolean before : new boolean[] {true, false}) {
            assertThat(ledger.scored(handling, before))
                    .allSatisfy(person -> assertThat(ledger.causesOfFall(person))
                            .as("died at boundary %d", boundary)
                            .containsExactly(ledger.overturning(handling)));
        }
        return steps.died();
    }

    private static void scoreBeforeAndAfterOverturning(HandlingLedger ledger, String handling) {
        List<String> people = ledger.people(BEFORE + AFTER);
        ledger.decide(handling);
        people.subList(0, BEFORE).forEach(it -> HandlingLedger.recorded(ledger.score(it, handling)));
        CountDownLatch append = new CountDownLatch(1);
        try (ExecutorService clerks = Executors.newFixedThreadPool(AFTER)) {
            List<CompletableFuture<Outcome>> late = people.subList(BEFORE, BEFORE + AFTER).stream()
                    .map(it -> CompletableFuture.supplyAsync(() -> ledger.scoreLate(it, handling, append), clerks))
                    .toList();
            ledger.awaitDecided(AFTER);
            ledger.overturn(handling);
            append.countDown();
            late.forEach(it -> HandlingLedger.recorded(it.join()));
        }
    }
}
