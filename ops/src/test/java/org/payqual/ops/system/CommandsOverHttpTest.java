package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.identity.CitizenNumber;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Commands by real HTTP against a real PostgreSQL: repetition, expected versions, many at once, and in a wrong order.
 */
class CommandsOverHttpTest {

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String institution = "C" + run;
    private String person;

    @BeforeEach
    void aPersonWhoCommitted() {
        ok(payqual.command(
                Role.AGENCY,
                "/institutions",
                json(
                        "code",
                        institution,
                        "kind",
                        "HOSPITAL",
                        "publiclyOwned",
                        true,
                        "region",
                        "120101",
                        "agreementSigned",
                        "2025-01-02")));
        person = ok(identify("示例", UUID.randomUUID().toString()))
                .json()
                .path("id")
                .asString();
        ok(commit("2025-01-06", UUID.randomUUID().toString(), null));
    }

    @Test
    void anAnswerSaysWhereItStands() {
        Answer answer = ok(commit("2025-02-01", "place-" + run, null));
        assertThat(answer.header("ETag")).contains("\"2\"");
        assertThat(answer.header("Location")).contains("/api/v1/people/" + person + "/history");
        assertThat(answer.json().path("version").asLong()).isEqualTo(2);
        assertThat(answer.json().path("position").asLong()).isPositive();
    }

    @Test
    void whatTheAgencyEntersFromPaperSaysWhoseItIs() {
        Answer own = Call.post(
                        payqual.port(),
                        "/api/v1/people/" + person + "/commitments",
                        json("institution", institution, "date", "2025-02-01"))
                .with("Idempotency-Key", "own-" + run)
                .as(payqual.token(Role.INSTITUTION, institution, null))
                .answer();
        JsonNode events = payqual.ask(
                        Role.AGENCY,
                        "/people/" + person + "/history?asOf="
                                + ok(own).json().path("position").asLong())
                .json()
                .path("events");
        assertThat(events.get(1).path("by").path("role").asString()).isEqualTo("AGENCY");
        assertThat(events.get(1).path("by").path("onBehalfOf").asString()).isEqualTo(institution);
        assertThat(events.get(2).path("by").path("organisation").asString()).isEqualTo(institution);
        assertThat(events.get(2).path("by").has("onBehalfOf")).isFalse();
        assertThat(events.get(0).path("by").has("onBehalfOf")).isFalse();
    }

    @Test
    void theSameKeyManyTimesAtOnceIsRecordedOnce() {
        List<Answer> answers = together(6, i -> commit("2025-02-01", "same-" + run, null));
        assertThat(answers).allSatisfy(it -> assertThat(it.status()).isEqualTo(201));
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(ok(commit("2025-02-02", "next-" + run, 2L))
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(3);
        Answer other = commit("2025-02-03", "same-" + run, null);
        assertThat(other.problem()).isEqualTo("409 key-reused");
        assertThat(other.field()).isEqualTo("Idempotency-Key");
    }

    @Test
    void ofClerksWhoSawTheSameVersionOneIsRecorded() {
        List<Answer> answers = together(5, i -> commit("2025-02-0" + (i + 1), "clerk-" + i + "-" + run, 1L));
        assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() != 201)).allSatisfy(it -> {
            assertThat(it.problem()).isEqualTo("409 stale-version");
            assertThat(it.json().path("currentVersion").asLong()).isEqualTo(2);
        });
    }

    @Test
    void clerksWhoDoNotMindAreAllRecorded() {
        List<Answer> answers = together(5, i -> commit("2025-02-0" + (i + 1), "all-" + i + "-" + run, null));
        assertThat(answers.stream().map(it -> it.json().path("version").asLong()))
                .containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aPersonMadeKnownByManyAtOnceIsOnePerson() {
        String number = UUID.randomUUID().toString().substring(0, 8);
        List<Answer> answers = together(5, i -> identify("多人", "many-" + i + "-" + run, number));
        assertThat(answers.stream().map(it -> it.json().path("id").asString()).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(it -> it.status() == 200)).hasSize(4);
        assertThat(identify("别人", "other-" + run, number).problem()).isEqualTo("409 name-differs");
    }

    @Test
    void whoTakesNoJsonIsToldSoBeforeAnythingIsRecorded() {
        for (String accepted : List.of("application/xml", "text/html", "nonsense")) {
            Answer answer = Call.post(
                            payqual.port(),
                            "/api/v1/people/" + person + "/commitments",
                            json("institution", institution, "date", "2025-02-01"))
                    .with("Idempotency-Key", UUID.randomUUID().toString())
                    .with("Accept", accepted)
                    .as(payqual.token(Role.AGENCY))
                    .answer();
            assertThat(answer.problem()).isEqualTo("406 not-acceptable");
        }
        assertThat(ok(commit("2025-02-01", "xml-" + run, 1L))
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void whatComesInAWrongOrderIsRefusedPreciselyAndLeavesNothing() {
        String people = "/people/" + person;
        String nobody = "/people/" + UUID.randomUUID();
        String date = "\"date\":\"2025-03-03\"";
        String content = "\"content\":{\"role\":\"MEDICAL\",\"primary\":true}";
        Map<String, String> commands = Map.ofEntries(
                Map.entry(nobody + "/commitments {" + at() + "," + date + "}", "404 unknown-person"),
                Map.entry(
                        people + "/commitments {\"institution\":\"NOWHERE\"," + date + "}", "404 unknown-institution"),
                Map.entry(
                        people + "/registrations {" + at() + ",\"from\":\"2025-01-05\"," + content + "}",
                        "422 no-commitment"),
                Map.entry(
                        people + "/registrations/" + institution + "/amendments {" + date + "," + content + "}",
                        "409 not-registered"),
                Map.entry(
                        people + "/registrations/" + institution + "/departure {" + date + ",\"reason\":\"RETIRED\"}",
                        "409 not-registered"),
                Map.entry(people + "/notices " + notice("NO-SUCH-" + run), "404 unknown-handling"),
                Map.entry(
                        people + "/notices/N9/services {\"to\":\"PERSON\",\"received\":\"2025-03-03\"}",
                        "404 unknown-notice"),
                Map.entry(people + "/notices/N9/reminders {\"by\":\"AGENCY\"," + date + "}", "404 unknown-notice"),
                Map.entry(people + "/notices/N9/interviews {" + date + "}", "404 unknown-notice"),
                Map.entry(
                        "/institutions/X" + run + "/agreements {\"signed\":\"2025-03-03\"}", "404 unknown-institution"),
                Map.entry(
                        "/inspections {\"id\":\"I" + run + "\",\"institution\":\"X" + run
                                + "\",\"opened\":\"2025-03-03\"}",
                        "404 unknown-institution"),
                Map.entry(
                        "/handlings {\"id\":\"C" + run + "\",\"inspection\":\"I" + run + "\"," + at()
                                + ",\"kind\":\"AGREEMENT_HANDLING\"," + date + "}",
                        "404 unknown-inspection"),
                Map.entry("/handlings/C" + run + "/overturning {" + date + "}", "404 unknown-handling"));
        commands.forEach((command, problem) -> {
            int space = command.indexOf(' ');
            Answer answer = payqual.command(Role.AGENCY, command.substring(0, space), command.substring(space + 1));
            assertThat(answer.problem()).as(command).isEqualTo(problem);
        });
        assertThat(ok(commit("2025-02-01", "after-" + run, 1L))
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void aNumberPastedIntoACodeIsRefusedBeforeItIsStored() {
        String first = "12010119900307001";
        String number = first + CitizenNumber.checkDigit(first);
        String path = "/people/" + person + "/notices";
        Answer asNotice = payqual.command(
                Role.AGENCY, path, notice("C1").replace("\"notice\":\"N1\"", "\"notice\":\"" + number + "\""));
        Answer asViolation = payqual.command(Role.AGENCY, path, notice("C1").replace("\"V1\"", "\"V-" + number + "\""));
        assertThat(asNotice.problem()).isEqualTo("400 field-invalid");
        assertThat(asNotice.field()).isEqualTo("notice");
        assertThat(asViolation.problem()).isEqualTo("400 field-invalid");
        Answer inAddress =
                payqual.command(Role.AGENCY, path + "/" + number + "/interviews", "{\"date\":\"2025-03-03\"}");
        assertThat(inAddress.problem()).isEqualTo("400 field-invalid");
        assertThat(asNotice.text() + asViolation.text() + inAddress.text()).doesNotContain(first);
    }

    @Test
    void anIdThatNoAddressCanHoldIsRefused() {
        for (String id : List.of(".", "..", ".hidden", "-1")) {
            Answer answer = payqual.command(
                    Role.AGENCY, "/inspections", json("id", id, "institution", institution, "opened", "2025-02-01"));
            assertThat(answer.problem()).isEqualTo("400 field-invalid");
            assertThat(answer.field()).isEqualTo("id");
        }
    }

    @Test
    void nothingIsEnteredBeforeItsDay() {
        String later = "2062-01-01";
        String place = "\"institution\":\"" + institution + "\"";
        Map.of(
                        "/institutions {\"code\":\"X" + run + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,"
                                + "\"region\":\"120101\",\"agreementSigned\":\"" + later + "\"}",
                        "agreementSigned",
                        "/institutions/" + institution + "/agreements {\"signed\":\"" + later + "\"}",
                        "signed",
                        "/inspections {\"id\":\"L" + run + "\"," + place + ",\"opened\":\"" + later + "\"}",
                        "opened",
                        "/handlings {\"id\":\"L" + run + "\",\"inspection\":\"L" + run + "\"," + place
                                + ",\"kind\":\"CIRCULAR\",\"date\":\"" + later + "\"}",
                        "date",
                        "/handlings/L" + run + "/overturning {\"date\":\"" + later + "\"}",
                        "date")
                .forEach((command, field) -> {
                    int space = command.indexOf(' ');
                    Answer answer =
                            payqual.command(Role.AGENCY, command.substring(0, space), command.substring(space + 1));
                    assertThat(answer.problem()).as(command).isEqualTo("400 field-invalid");
                    assertThat(answer.field()).isEqualTo(field);
                    assertThat(answer.json().path("detailEn").asString()).contains("day of entry");
                });
    }

    @Test
    void eachEntersItsOwnHandlings() {
        ok(payqual.command(
                Role.DEPARTMENT,
                "/inspections",
                json("id", "I" + run, "institution", institution, "opened", "2025-02-01")));
        assertThat(handling(Role.AGENCY, "ADMINISTRATIVE_PENALTY").status()).isEqualTo(403);
        assertThat(handling(Role.DEPARTMENT, "AGREEMENT_HANDLING").status()).isEqualTo(403);
        assertThat(handling(Role.DEPARTMENT, "ADMINISTRATIVE_PENALTY").status()).isEqualTo(201);
        assertThat(handling(Role.AGENCY, "AGREEMENT_HANDLING").problem()).isEqualTo("409 handling-known");
    }

    @Test
    void whoMadeAHandlingRecordsItsOverturning() {
        ok(payqual.command(
                Role.DEPARTMENT,
                "/inspections",
                json("id", "I" + run, "institution", institution, "opened", "2025-02-01")));
        ok(handling(Role.DEPARTMENT, "P", "ADMINISTRATIVE_PENALTY"));
        ok(handling(Role.AGENCY, "A", "AGREEMENT_HANDLING"));
        ok(handling(Role.AGENCY, "C", "CIRCULAR"));
        Answer penaltyByAgency = overturn(Role.AGENCY, "P");
        assertThat(penaltyByAgency.problem()).isEqualTo("422 handling-of-another");
        assertThat(penaltyByAgency.json().path("provision").asString()).isEqualTo("TJ-30");
        assertThat(overturn(Role.DEPARTMENT, "A").problem()).isEqualTo("422 handling-of-another");
        ok(overturn(Role.DEPARTMENT, "P"));
        ok(overturn(Role.AGENCY, "A"));
        ok(overturn(Role.DEPARTMENT, "C"));
    }

    private Answer overturn(Role role, String handling) {
        return payqual.command(role, "/handlings/" + handling + run + "/overturning", json("date", "2025-04-01"));
    }

    @Test
    void lawIsAdoptedByItsKeeperOnceForEachIdAndFaultsHaveTheirPlace() {
        byte[] shipped = ShippedRulebooks.file("tianjin-2025").orElseThrow();
        String text = new String(shipped, StandardCharsets.UTF_8);
        assertThat(adopt(Role.AGENCY, text).status()).isEqualTo(403);
        assertThat(adopt(Role.RULEBOOK_KEEPER, text).status()).isEqualTo(200);
        assertThat(adopt(Role.RULEBOOK_KEEPER, text + "# changed\n").problem()).isEqualTo("409 id-used");
        Answer faulty = adopt(Role.RULEBOOK_KEEPER, "id: nonsense\nlaw: none\n");
        assertThat(faulty.problem()).isEqualTo("400 file-faulty");
        assertThat(faulty.json().path("faults").size()).isGreaterThan(1);
        assertThat(faulty.json().path("faults").get(0).path("line").asInt()).isPositive();
    }

    private Answer adopt(Role role, String file) {
        return Call.send("POST", payqual.port(), "/api/v1/rulebooks", BodyPublishers.ofString(file))
                .with("Content-Type", "application/yaml")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .as(payqual.token(role))
                .answer();
    }

    private Answer handling(Role role, String kind) {
        return handling(role, "C", kind);
    }

    private Answer handling(Role role, String id, String kind) {
        return payqual.command(
                role,
                "/handlings",
                json(
                        "id",
                        id + run,
                        "inspection",
                        "I" + run,
                        "institution",
                        institution,
                        "kind",
                        kind,
                        "date",
                        "2025-03-03"));
    }

    private Answer identify(String name, String key) {
        return identify(name, key, run);
    }

    private Answer identify(String name, String key, String number) {
        return Call.post(
                        payqual.port(),
                        "/api/v1/people",
                        json("documentType", "PASSPORT", "documentNumber", "CHE-" + number, "name", name))
                .with("Idempotency-Key", key)
                .as(payqual.token(Role.AGENCY))
                .answer();
    }

    private Answer commit(String date, String key, Long expected) {
        Call call = Call.post(
                        payqual.port(),
                        "/api/v1/people/" + person + "/commitments",
                        json("institution", institution, "date", date))
                .with("Idempotency-Key", key)
                .as(payqual.token(Role.AGENCY));
        return (expected == null ? call : call.with("If-Match", "\"" + expected + "\"")).answer();
    }

    private String at() {
        return "\"institution\":\"" + institution + "\"";
    }

    private static String notice(String handling) {
        return "{\"notice\":\"N1\",\"handling\":\"" + handling + "\",\"institutionHeard\":true,\"findings\":[{"
                + "\"violation\":\"V1\",\"circumstance\":\"TJ-29.1\",\"responsibility\":\"PRIMARY\","
                + "\"actedTo\":\"2025-01-20\",\"article\":40}]}";
    }

    private static String json(Object... namesAndValues) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            text.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(namesAndValues[i])
                    .append("\":")
                    .append(value instanceof Boolean ? value : "\"" + value + "\"");
        }
        return text.append('}').toString();
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    static List<Answer> together(int callers, IntFunction<Answer> call) {
        CountDownLatch ready = new CountDownLatch(callers);
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            return IntStream.range(0, callers)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                try {
                                    ready.await();
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                                return call.apply(i);
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }
}
