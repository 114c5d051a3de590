package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.person.PersonEvent;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;

/** What a question asks about is found in the log, and answered only once the tables are there. */
class KnowledgeTest {

    private LiveLedger ledger;
    private Knowledge knowledge;

    private Knowledge knowledge(Duration patience) {
        return new Knowledge(ledger.jdbc, ledger.log, ledger.progress, InstantSource.system(), patience);
    }

    @BeforeEach
    void open() throws Exception {
        ledger = new LiveLedger();
        knowledge = knowledge(Duration.ofMillis(200));
        Lives life = new Lives(new Random(1));
        String person = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            for (PersonEvent event : life.next()) {
                ledger.append(person, event);
            }
            ledger.commit();
        }
        ledger.sealed();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void asksByPositionByInstantOrForAllThatIsSealed() throws Exception {
        try (LiveProcessor processor = ledger.processor()) {
            processor.start();
            long head = ledger.reflected();
            KnownAt all = knowledge.asOf(null);
            assertThat(all.position()).isEqualTo(head);
            assertThat(knowledge.asOf("2").position()).isEqualTo(2);
            Instant third = knowledge.asOf("2").sealedAt();
            KnownAt then = knowledge.asOf(third.toString());
            assertThat(then.sealedAt()).isEqualTo(third);
            assertThat(then.position()).isBetween(2L, head);
            assertThat(problem(String.valueOf(head + 1))).isEqualTo(new Problem.NotFound("position", "asOf"));
            assertThat(problem("2024-01-01T00:00:00Z")).isEqualTo(new Problem.NotFound("position", "asOf"));
            assertThat(problem(Instant.now().plusSeconds(20).toString()))
                    .isInstanceOfSatisfying(
                            Problem.NotYet.class,
                            it -> assertThat(it.retryAfter()).isBetween(1, 21));
            assertThat(code("2099-12-31T23:59:59+08:00")).isEqualTo("as-of-not-passed");
            for (String neither : new String[] {
                "",
                "-1",
                "01",
                "2025-06-10",
                "2025-06-10T09:30:00",
                "+10000-01-01T00:00:00Z",
                "9999999999999999999",
                "2025-13-01T00:00:00Z",
                "head"
            }) {
                assertThat(code(neither)).as(neither).isEqualTo("as-of-malformed");
            }
        }
    }

    @Test
    void waitsAMomentForTheTablesAndNeverAnswersWithLess() throws Exception {
        LiveTablesLag lag = new LiveTablesLag(ledger.jdbc, ledger.progress, ledger.log);
        assertThat(lag.events()).isEqualTo(ledger.sealed() + 1.0);
        assertThat(lag.seconds()).isPositive();
        Problem behind = problem("2");
        assertThat(behind).isInstanceOf(Problem.NotYet.class);
        assertThat(((Problem.NotYet) behind).code()).isEqualTo("position-not-reached");
        assertThat(((Problem.NotYet) behind).retryAfter()).isPositive();
        try (ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
                LiveProcessor processor = ledger.processor()) {
            Future<?> started = later.schedule(processor::start, 300, TimeUnit.MILLISECONDS);
            assertThat(knowledge(Duration.ofMinutes(1)).asOf(null).position()).isEqualTo(ledger.sealed());
            started.get();
            assertThat(lag.events()).isZero();
            assertThat(lag.seconds()).isZero();
        }
    }

    private String code(String asOf) {
        return switch (problem(asOf)) {
            case Problem.Malformed malformed -> malformed.code();
            default -> "another";
        };
    }

    private Problem problem(String asOf) {
        Problem[] found = new Problem[1];
        assertThatThrownBy(() -> knowledge.asOf(asOf))
                .isInstanceOfSatisfying(ProblemException.class, it -> found[0] = it.problem());
        return found[0];
    }
}
