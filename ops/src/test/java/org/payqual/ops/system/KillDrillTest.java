package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.payqual.ops.probe.Call.Answer;
import org.payqual.ops.read.RowCheck;
import tools.jackson.databind.JsonNode;

/**
 * Kills the program and its database server while clerks go on sending: what was acknowledged is there once, nothing is
 * there twice. It takes minutes, so it runs only when asked for by {@code -Dpayqual.kills=20}.
 */
@EnabledIfSystemProperty(named = "payqual.kills", matches = "[0-9]+")
class KillDrillTest {

    private static final int KILLS = Integer.getInteger("payqual.kills", 2);
    private static final int CLERKS = 4;
    private static final int ENTRIES = 45;
    private static final long SEED = Long.getLong("payqual.seed", System.nanoTime());

    private final AtomicBoolean closing = new AtomicBoolean();

    @Test
    void everyAcknowledgedCommandIsThereOnceAndNoneTwice() throws Exception {
        Random random = new Random(SEED);
        try (ChildPayqual payqual = ChildPayqual.start(Path.of("target", "kill-drill"));
                ExecutorService clerks = Executors.newFixedThreadPool(CLERKS)) {
            designate(payqual);
            List<Future<Clerk>> work = new ArrayList<>();
            for (int i = 0; i < CLERKS; i++) {
                Clerk clerk = new Clerk(payqual, i);
                work.add(clerks.submit(clerk::sendUntilClosing));
            }
            for (int kill = 0; kill < KILLS; kill++) {
                payqual.awaitAnswers(20 + random.nextInt(200));
                if (kill % 2 == 0) {
                    payqual.killProgram();
                    payqual.startAgain();
                } else {
                    payqual.killDatabase();
                }
            }
            payqual.awaitAnswers(50);
            closing.set(true);
            for (Future<Clerk> finished : work) {
                Clerk clerk = finished.get();
                for (Map.Entry<String, List<String>> person : clerk.acknowledged.entrySet()) {
                    assertThat(clerk.recordedDays(person.getKey()))
                            .as("seed %d, clerk %d", SEED, clerk.number)
                            .containsExactlyElementsOf(person.getValue());
                }
            }
            assertThat(new RowCheck(payqual.projector()).everyone())
                    .as("seed %d: rows as the log has them", SEED)
                    .isGreaterThan(CLERKS);
        }
    }

    private static void designate(ChildPayqual payqual) {
        payqual.untilAnswered(
                "/institutions",
                "designate",
                "{\"code\":\"K1\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
    }

    /**
     * Has people commit, register and leave again, each on a day of its own, until each is acknowledged; after some
     * dozens of times it is another person's turn, so that histories stay as long as histories are.
     */
    private final class Clerk {

        private final ChildPayqual payqual;
        private final int number;
        private final Map<String, List<String>> acknowledged = new LinkedHashMap<>();

        private Clerk(ChildPayqual payqual, int number) {
            this.payqual = payqual;
            this.number = number;
        }

        private Clerk sendUntilClosing() {
            for (int turn = 0; !closing.get(); turn++) {
                String person = identified(turn);
                List<String> days = new ArrayList<>();
                acknowledged.put(person, days);
                LocalDate day = LocalDate.of(2025, 1, 1);
                for (int step = 0; !closing.get() && step < ENTRIES; step++) {
                    send(person, step % 3, day);
                    days.add(day.toString());
                    day = day.plusDays(1);
                }
            }
            return this;
        }

        private String identified(int turn) {
            return payqual.untilAnswered(
                            "/people",
                            "identify-" + number + "-" + turn,
                            String.format(
                                    Locale.ROOT,
                                    "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-K%04d%04d\",\"name\":\"示例\"}",
                                    number,
                                    turn))
                    .json()
                    .path("id")
                    .asString();
        }

        private void send(String person, int kind, LocalDate day) {
            String path = switch (kind) {
                case 0 -> "/commitments";
                case 1 -> "/registrations";
                default -> "/registrations/K1/departure";
            };
            String body = switch (kind) {
                case 0 -> "{\"institution\":\"K1\",\"date\":\"" + day + "\"}";
                case 1 ->
                    "{\"institution\":\"K1\",\"from\":\"" + day
                            + "\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true}}";
                default -> "{\"date\":\"" + day + "\",\"reason\":\"OTHER\"}";
            };
            Answer answer = payqual.untilAnswered("/people/" + person + path, "send-" + number + "-" + day, body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }

        private List<String> recordedDays(String person) {
            List<String> days = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = payqual.untilRead("/people/" + person + "/history?limit=100" + cursor);
                for (JsonNode event : page.path("events")) {
                    if (event.path("effective").isString()) {
                        days.add(event.path("effective").asString());
                    }
                }
                JsonNode next = page.path("next");
                cursor = next.isString() ? "&cursor=" + next.asString() : "";
            } while (!cursor.isEmpty());
            return days;
        }
    }
}
