package org.payqual.query.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Who waits together is served together; nobody is left out, served twice, or served by what began before they came.
 */
@Timeout(60)
class RoundsTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void whoeverIsAloneIsServedAtOnce() {
        Rounds<String, List<String>> rounds = new Rounds<>(List::copyOf);

        assertThat(rounds.join("a")).containsExactly("a");
        assertThat(rounds.join("b")).containsExactly("b");
    }

    @Test
    void thoseWhoComeDuringARoundShareTheNext() throws Exception {
        Held held = new Held();
        Future<List<Integer>> first = join(held, 0);
        held.begun.await();
        List<Future<List<Integer>>> others = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            others.add(join(held, i));
        }
        held.untilWaiting(20);
        held.release.countDown();

        assertThat(first.get()).containsExactly(0);
        for (Future<List<Integer>> other : others) {
            assertThat(other.get()).hasSize(20).doesNotContain(0);
        }
        assertThat(held.served).hasSize(2);
    }

    @Test
    void whatFailsFailsForAllOfTheRoundAndForNoOther() throws Exception {
        Held held = new Held();
        Future<List<Integer>> first = join(held, 0);
        held.begun.await();
        List<Future<List<Integer>>> failing = List.of(join(held, -1), join(held, 1), join(held, 2));
        held.untilWaiting(3);
        held.release.countDown();

        assertThat(first.get()).containsExactly(0);
        for (Future<List<Integer>> one : failing) {
            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(held.rounds.join(7)).containsExactly(7);
    }

    @Test
    void everyoneIsServedOnceUnderLoad() throws Exception {
        ConcurrentLinkedQueue<Integer> served = new ConcurrentLinkedQueue<>();
        Rounds<Integer, List<Integer>> rounds = new Rounds<>(all -> {
            served.addAll(all);
            return all;
        });
        List<Future<Boolean>> done = new ArrayList<>();
        for (int caller = 0; caller < 16; caller++) {
            int from = caller * 1_000;
            done.add(callers.submit(() -> {
                boolean mine = true;
                for (int i = from; i < from + 1_000; i++) {
                    mine &= rounds.join(i).contains(i);
                }
                return mine;
            }));
        }
        for (Future<Boolean> one : done) {
            assertThat(one.get()).isTrue();
        }
        assertThat(served).hasSize(16_000).doesNotHaveDuplicates();
    }

    private Future<List<Integer>> join(Held held, int brings) {
        return callers.submit(() -> held.join(brings));
    }

    /** Rounds of which the first is held up until it is let go. */
    private static final class Held {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private final ConcurrentLinkedQueue<List<Integer>> served = new ConcurrentLinkedQueue<>();
        private final Rounds<Integer, List<Integer>> rounds = new Rounds<>(this::serve);

        private List<Integer> join(int brings) {
            return rounds.join(brings);
        }

        /** Waits until so many callers have come for the next round. */
        private void untilWaiting(int count) {
            while (rounds.waiting() < count) {
                Thread.onSpinWait();
            }
        }

        private List<Integer> serve(List<Integer> all) {
            begun.countDown();
            try {
                assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (all.stream().anyMatch(it -> it < 0)) {
                throw new IllegalArgumentException("negative");
            }
            List<Integer> copy = List.copyOf(all);
            served.add(copy);
            return copy;
        }
    }
}
