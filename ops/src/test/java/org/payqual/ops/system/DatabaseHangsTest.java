package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call.Answer;

/** A database that takes questions and gives no answers keeps no reader waiting. */
class DatabaseHangsTest {

    /** Twice what is promised: the machine may be busy. */
    private static final Duration LONGEST = Duration.ofSeconds(14);

    private final RunningPayqual payqual = RunningPayqual.shared();

    @Test
    @Timeout(60)
    void whoeverReadsHearsOfItAndReadsOnAfterwards() throws Exception {
        String number = "CHE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String person = payqual.command(
                        Role.AGENCY,
                        "/people",
                        "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"" + number + "\",\"name\":\"示例\"}")
                .json()
                .path("id")
                .asString();
        String institution = "HANG" + number.substring(4);
        assertThat(payqual.command(Role.AGENCY, "/institutions", """
                                {"code": "%s", "kind": "HOSPITAL", "publiclyOwned": true, "region": "120101",
                                 "agreementSigned": "2025-01-02", "name": "示例医院"}
                                """.formatted(institution))
                        .status())
                .isEqualTo(201);
        List<String> questions = List.of(
                "/people/" + person + "/standing",
                "/people/" + person + "/history",
                "/institutions/" + institution + "/name",
                "/institutions/" + institution + "/people",
                "/settlement/check?person=" + person + "&institution=" + institution + "&validAt=2025-06-10");
        for (String question : questions) {
            await().until(() -> payqual.ask(Role.AGENCY, question).status() == 200);
        }
        try (ExecutorService callers = Executors.newCachedThreadPool()) {
            List<Future<Answer>> asked = new ArrayList<>();
            signal("STOP");
            try {
                for (int round = 0; round < 3; round++) {
                    questions.forEach(it -> asked.add(callers.submit(() -> payqual.ask(Role.AGENCY, it))));
                }
                long end = System.nanoTime() + LONGEST.toNanos();
                for (Future<Answer> answer : asked) {
                    assertThat(answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS)
                                    .status())
                            .isEqualTo(503);
                }
            } finally {
                signal("CONT");
            }
        }
        for (String question : questions) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> payqual.ask(Role.AGENCY, question).status() == 200);
        }
    }

    /** Sends a signal to the server and to all its sessions. */
    private void signal(String signal) throws Exception {
        Path pid = payqual.data().resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(server), server.children()).forEach(it -> command.add(Long.toString(it.pid())));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
