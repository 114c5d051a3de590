package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Kills the program while a handling of a hundred people is overturned, half of them scored before and half at the same
 * time: in the end every score has fallen, and none twice. It takes minutes, so it runs only when asked for by
 * {@code -Dpayqual.kills=20}.
 */
@EnabledIfSystemProperty(named = "payqual.kills", matches = "[0-9]+")
class OverturningDrillTest {

    private static final int KILLS = Integer.getInteger("payqual.kills", 2);
    private static final int PEOPLE = 100;
    private static final int CLERKS = 4;
    private static final long SEED = Long.getLong("payqual.seed", System.nanoTime());
    private static final long PATIENCE_NS = Duration.ofMinutes(2).toNanos();
    private static final long PAUSE_NS = Duration.ofMillis(5).toNanos();

    @Test
    void everyScoreFallsOnceWhereverTheProgramIsKilled() throws Exception {
        Random random = new Random(SEED);
        try (ChildPayqual payqual = ChildPayqual.start(Path.of("target", "overturning-drill"));
                ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            payqual.untilAnswered(
                    "/institutions",
                    "designate",
                    "{\"code\":\"K1\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
            List<String> people = together(clerks, PEOPLE, i -> identified(payqual, i));
            for (int kill = 0; kill < KILLS; kill++) {
                new Round(payqual, clerks, people, "R" + kill, random.nextInt(PEOPLE)).play();
            }
        }
    }

    private static String identified(ChildPayqual payqual, int number) {
        return payqual.untilAnswered(
                        "/people",
                        "identify-" + number,
                        "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-D%07d\",\"name\":\"示例\"}"
                                .formatted(number))
                .json()
                .path("id")
                .asString();
    }

    private interface Numbered<T> {
        T of(int number);
    }

    private static <T> List<Future<T>> begin(ExecutorService clerks, int from, int to, Numbered<T> work) {
        List<Future<T>> begun = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int number = i;
            begun.add(clerks.submit(() -> work.of(number)));
        }
        return begun;
    }

    private static <T> List<T> together(ExecutorService clerks, int count, Numbered<T> work) throws Exception {
        return results(begin(clerks, 0, count, work));
    }

    private static <T> List<T> results(List<Future<T>> begun) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> each : begun) {
            results.add(each.get());
        }
        return results;
    }

    /** One handling, overturned, and one kill after so many of its scores fell. */
    private record Round(
            ChildPayqual payqual, ExecutorService clerks, List<String> people, String handling, int fallenBefore) {

        void play() throws Exception {
            String inspection = "I" + handling;
            payqual.untilAnswered(
                    "/inspections",
                    "open-" + handling,
                    "{\"id\":\"" + inspection + "\",\"institution\":\"K1\",\"opened\":\"2025-02-01\"}");
            payqual.untilAnswered(
                    "/handlings",
                    "decide-" + handling,
                    "{\"id\":\"" + handling + "\",\"inspection\":\"" + inspection
                            + "\",\"institution\":\"K1\",\"kind\":\"AGREEMENT_HANDLING\",\"date\":\"2025-03-03\"}");
            List<Answer> answers = new ArrayList<>(together(clerks, PEOPLE / 2, this::score));
            List<Future<Answer>> racing = begin(clerks, PEOPLE / 2, PEOPLE, this::score);
            Future<Answer> overturned = clerks.submit(() -> payqual.untilAnswered(
                    "/handlings/" + handling + "/overturning", "overturn-" + handling, "{\"date\":\"2025-04-01\"}"));
            awaitFallen(fallenBefore);
            payqual.killProgram();
            payqual.startAgain();
            assertThat(overturned.get().status()).isEqualTo(201);
            answers.addAll(results(racing));
            assertThat(answers)
                    .allSatisfy(
                            it -> assertThat(it.status() == 201 || it.problem().contains("handling-overturned"))
                                    .as(it.text())
                                    .isTrue());
            long scored = answers.stream().filter(it -> it.status() == 201).count();
            awaitAllFallen(scored);
            assertThat(falls("count(*)")).as("seed %d, %s", SEED, handling).isEqualTo(scored);
            assertThat(falls("count(DISTINCT aggregate_identifier)")).isEqualTo(scored);
        }

        private Answer score(int number) {
            return payqual.untilAnswered(
                    "/people/" + people.get(number) + "/notices",
                    "score-" + handling + "-" + number,
                    "{\"notice\":\"N" + handling + "\",\"handling\":\"" + handling
                            + "\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"V1\",\"circumstance\":\"TJ-28.1\","
                            + "\"responsibility\":\"PRIMARY\",\"actedTo\":\"2025-01-24\"}]}");
        }

        /** Waits until so many scores on this handling fell, or as many as will. */
        private void awaitFallen(long wanted) throws Exception {
            long end = System.nanoTime() + PATIENCE_NS;
            while (falls("count(*)") < Math.min(wanted, PEOPLE / 2) && System.nanoTime() < end) {
                LockSupport.parkNanos(PAUSE_NS);
            }
        }

        private void awaitAllFallen(long scored) {
            long end = System.nanoTime() + PATIENCE_NS;
            JsonNode answer = payqual.untilRead("/handlings/" + handling);
            while (answer.at("/scores/fallen").asLong() != scored) {
                assertThat(System.nanoTime()).as(answer.toString()).isLessThan(end);
                LockSupport.parkNanos(PAUSE_NS);
                answer = payqual.untilRead("/handlings/" + handling);
            }
            assertThat(answer.at("/scores/recorded").asLong()).isEqualTo(scored);
        }

        private long falls(String counted) throws Exception {
            return JdbcClient.create(payqual.projector())
                    .sql("SELECT " + counted + " FROM ledger.domain_event_entry"
                            + " WHERE payload_type = 'person.score-revoked'"
                            + " AND convert_from(payload, 'UTF8')::json ->> 'causeId' = ?")
                    .param(handling)
                    .query(Long.class)
                    .single();
        }
    }
}
