package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.payqual.ops.system.ScoredPerson.ok;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import tools.jackson.databind.JsonNode;

/** Two records of one person, merged by real HTTP against a real PostgreSQL. */
class MergersOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_NS = Duration.ofMillis(10).toNanos();
    private static final String DAY = "2025-04-01";

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final ScoredPerson scored = new ScoredPerson();
    private final String other = identify("P" + scored.run);

    @Test
    void everyAnswerAboutTheClosedRecordIsThatOfTheSurvivor() {
        long before = position(register(other, scored.elsewhere, "C" + scored.run));
        Answer merged = ok(merge(scored.id, other));
        assertThat(merged.json().path("id").asString()).isEqualTo(scored.id);

        for (String id : List.of(scored.id, other)) {
            JsonNode standing = ask(id, "/standing?validAt=" + DAY);
            assertThat(standing.path("person").asString()).isEqualTo(other);
            assertThat(standing.at("/standing/kind").asString()).isEqualTo("SUSPENDED");
            assertThat(standing.at("/standing/until").asString()).isEqualTo("2025-05-03");
            assertThat(ask(id, "/registrations?validAt=" + DAY)
                            .path("registrations")
                            .findValuesAsString("institution"))
                    .containsExactlyInAnyOrder(scored.place, scored.second, scored.elsewhere);
            assertThat(ask(id, "/year-totals?validAt=" + DAY)
                            .at("/years/0/points")
                            .asInt())
                    .isEqualTo(9);
            assertThat(ask(id, "/due-dates?validAt=" + DAY).path("due").findValuesAsString("duty"))
                    .contains("NOTICE");
            assertThat(ask(id, "/appeals").path("person").asString()).isEqualTo(other);
        }
        for (Role role : List.of(Role.INSTITUTION, Role.PERSON, Role.AUDITOR)) {
            Answer own = scored.ask(role, "/standing?validAt=" + DAY);
            assertThat(own.status()).as(role.name()).isEqualTo(200);
            assertThat(own.json().path("person").asString()).isEqualTo(other);
            assertThat(scored.ask(role, "/history").status()).as(role.name()).isEqualTo(200);
        }
        String then = "&asOf=" + before;
        assertThat(kind(scored.id, then)).isEqualTo("SUSPENDED");
        assertThat(kind(other, then)).isEqualTo("NORMAL");
    }

    @Test
    void theOldStoryStaysReadableInBoth() {
        JsonNode was = ask(scored.id, "/history").path("events");
        ok(merge(scored.id, other));

        JsonNode closed = ask(scored.id, "/history");
        assertThat(closed.path("person").asString()).isEqualTo(scored.id);
        assertThat(closed.path("mergedInto").asString()).isEqualTo(other);
        assertThat(closed.path("objected").asBoolean()).isFalse();
        assertThat(names(closed)).startsWith(names(was).toArray(String[]::new)).endsWith("person.merged");
        assertThat(closed.toString()).doesNotContain("两份证件");
        JsonNode survivor = ask(other, "/history");
        assertThat(survivor.has("mergedInto")).isFalse();
        assertThat(names(survivor)).containsSubsequence(List.of("person.identified", "person.taken-over"));
        assertThat(names(survivor).subList(2, names(survivor).size()))
                .isEqualTo(names(was).subList(1, names(was).size()));
        assertThat(survivor.path("events").get(1).path("fact").path("from").asString())
                .isEqualTo(scored.id);
        assertThat(survivor.path("events").get(1).at("/label/zh").asString()).isEqualTo("另一份记录并入");
    }

    @Test
    void whatWasTakenOverIsAppealedAgainstCorrectedAndOverturnedInTheSurvivor() {
        ok(merge(scored.id, other));
        ok(command(other, "/appeals", """
                {"appeal": "A1", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS",
                 "signed": true, "sealed": true}
                """));
        assertThat(ask(scored.id, "/standing?validAt=" + DAY)
                        .at("/standing/objected")
                        .asBoolean())
                .isTrue();
        ok(command(other, "/appeals/A1/withdrawal", "{\"date\": \"2025-03-13\"}"));
        ok(command(other, "/entries/2/correction", "{\"date\": \"2025-07-03\", \"reason\": \"录入有误\"}"));
        assertThat(ask(other, "/history").path("events").get(2).path("event").asString())
                .isEqualTo("person.committed");
        assertThat(ask(other, "/history").path("events").get(2).has("correctedBy"))
                .isTrue();

        ok(payqual.command(
                Role.DEPARTMENT,
                "/handlings/H-" + scored.run + "/overturning",
                "{\"date\": \"2025-05-01\", \"reason\": \"法院撤销\"}"));
        long position = payqual.awaitFallen("H-" + scored.run);

        JsonNode handling =
                payqual.ask(Role.AGENCY, "/handlings/H-" + scored.run).json();
        assertThat(handling.at("/scores/recorded").asInt()).isEqualTo(1);
        assertThat(kind(other, "&asOf=" + position)).isEqualTo("NORMAL");
        assertThat(kind(scored.id, "&asOf=" + position)).isEqualTo("NORMAL");
    }

    @Test
    void settlementAnswersByTheSurvivor() {
        register(other, scored.elsewhere, "C" + scored.run);
        long before = position(ok(command(
                scored.id, "/registrations/" + scored.second + "/amendments", """
                        {"date": "2025-01-08", "content": {"role": "MEDICAL", "primary": false, "personCode": "%s"}}
                        """.formatted("D" + scored.run))));
        ok(merge(scored.id, other));

        for (String reference : List.of(scored.id, other, "C" + scored.run, "D" + scored.run)) {
            JsonNode answer = settle(reference, "");
            assertThat(answer.path("payable").asBoolean()).as(reference).isFalse();
            assertThat(answer.path("provision").asString()).isEqualTo("TJ-21.2");
            assertThat(settle(
                                    reference,
                                    "&asOf=" + answer.at("/reflects/position").asLong())
                            .path("payable")
                            .asBoolean())
                    .isFalse();
        }
        assertThat(settle(other, "&asOf=" + before).path("payable").asBoolean()).isTrue();
    }

    @Test
    void documentsOfBothLeadToTheSurvivorAndAreErasedTogether() {
        String one = identify("T" + scored.run);
        ok(merge(one, other));
        awaitLeadsTo(other, "T" + scored.run);
        assertThat(identify("P" + scored.run)).isEqualTo(other);

        ok(command(other, "/identity/correction", """
                {"documentType": "PASSPORT", "documentNumber": "CHE-T%s", "name": "示例", "formerDocument": "REPLACED",
                 "date": "2025-05-02", "reason": "以此证件为准"}
                """.formatted(scored.run)));
        assertThat(identify("T" + scored.run)).isEqualTo(other);
        assertThat(command(one, "/identity/erasure", "").problem()).isEqualTo("409 person-merged");
        ok(command(other, "/identity/erasure", ""));

        assertThat(identify("T" + scored.run)).isNotIn(other, one);
        assertThat(identify("P" + scored.run)).isNotIn(other, one);
        assertThat(ask(one, "/standing?identity=true&validAt=" + DAY)
                        .at("/identity/state")
                        .asString())
                .isEqualTo("ERASED");
    }

    @Test
    void aClosedRecordTakesNothingMore() {
        ok(merge(scored.id, other));
        List<Answer> refused = List.of(
                command(scored.id, "/commitments", """
                        {"institution": "%s", "date": "2025-06-01"}""".formatted(scored.elsewhere)),
                command(scored.id, "/notices/N1/interviews", "{\"date\": \"2025-06-01\"}"),
                command(scored.id, "/entries/1/correction", "{\"date\": \"2025-07-03\", \"reason\": \"录入有误\"}"),
                merge(scored.id, other),
                merge(scored.id, identify("Q" + scored.run)));
        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.problem()).isEqualTo("409 person-merged");
            assertThat(answer.json().path("detailEn").asString()).contains(other);
        });
        Answer further = merge(identify("Q" + scored.run), scored.id);
        assertThat(further.problem()).isEqualTo("409 survivor-merged");
        assertThat(further.field()).isEqualTo("into");
        assertThat(further.json().path("detailEn").asString()).contains(other);
    }

    @Test
    void aRepeatedMergerIsAnsweredAlike() {
        String key = UUID.randomUUID().toString();
        Answer first = under(key, scored.id, body(other));
        Answer again = under(key, scored.id, body(other));
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(under(key, scored.id, body(UUID.randomUUID().toString())).status())
                .isEqualTo(409);
        assertThat(names(ask(other, "/history"))).containsOnlyOnce("person.taken-over");
    }

    @Test
    void whatCannotBeMergedIsRefusedWithTheReason() {
        assertThat(merge(scored.id, scored.id).problem()).isEqualTo("409 merger-into-itself");
        Answer unknown = merge(scored.id, UUID.randomUUID().toString());
        assertThat(unknown.problem()).isEqualTo("404 unknown-survivor");
        assertThat(unknown.field()).isEqualTo("into");
        assertThat(merge(UUID.randomUUID().toString(), other).status()).isEqualTo(404);
        assertThat(command(scored.id, "/merger", "{\"date\": \"2025-06-01\", \"reason\": \"同一人\"}")
                        .field())
                .isEqualTo("into");
        assertThat(command(scored.id, "/merger", body("x")).status()).isEqualTo(400);
        assertThat(command(scored.id, "/merger", "{\"into\": \"" + other + "\", \"date\": \"2025-06-01\"}")
                        .field())
                .isEqualTo("reason");
        for (Role role : List.of(Role.INSTITUTION, Role.DEPARTMENT, Role.AUDITOR, Role.PERSON, Role.SETTLEMENT)) {
            assertThat(scored.as(role, "/merger", body(other)).status())
                    .as(role.name())
                    .isEqualTo(403);
        }
        Answer stale = Call.post(payqual.port(), "/api/v1/people/" + scored.id + "/merger", body(other))
                .as(payqual.token(Role.AGENCY))
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .with("If-Match", "\"1\"")
                .answer();
        assertThat(stale.problem()).isEqualTo("409 stale-version");

        scored.appeals("A1", "PERSON");
        for (Answer open : List.of(merge(scored.id, other), merge(other, scored.id))) {
            assertThat(open.problem()).isEqualTo("409 procedure-open");
            assertThat(open.json().path("detailEn").asString()).contains("A1");
        }
        ok(command(scored.id, "/appeals/A1/withdrawal", "{\"date\": \"2025-03-13\"}"));
        ok(command(other, "/identity/erasure", ""));
        assertThat(merge(scored.id, other).problem()).isEqualTo("409 survivor-erased");
        assertThat(merge(other, scored.id).problem()).isEqualTo("409 identity-erased");
        assertThat(names(ask(scored.id, "/history"))).doesNotContain("person.merged");
    }

    @Test
    void oneOfTwoCrosswiseMergersAtOnceIsRefused() throws Exception {
        try (ExecutorService clerks = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                String one = identify("R" + round + scored.run);
                String two = identify("S" + round + scored.run);
                register(one, scored.place, "E" + round + scored.run);
                register(two, scored.second, "F" + round + scored.run);
                List<Callable<Answer>> crosswise = List.of(() -> merge(one, two), () -> merge(two, one));
                List<Answer> answers = clerks.invokeAll(crosswise).stream()
                        .map(Future::resultNow)
                        .toList();
                assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
                assertThat(answers.stream().filter(it -> it.status() == 409).map(Answer::problem))
                        .isSubsetOf("409 person-merged", "409 survivor-merged", "409 contended");
                assertThat(ask(one, "/registrations?validAt=" + DAY)
                                .path("registrations")
                                .size())
                        .isEqualTo(2);
                assertThat(ask(one, "/standing").path("person"))
                        .isEqualTo(ask(two, "/standing").path("person"));
            }
        }
    }

    private void awaitLeadsTo(String id, String number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = identifying(number);
        while (!answer.json().path("id").asString("").equals(id)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the document does not lead to the survivor: " + answer.text());
            }
            // Until then it leads to the closed record, which names the survivor.
            assertThat(answer.problem()).isEqualTo("409 person-merged");
            LockSupport.parkNanos(PAUSE_NS);
            answer = identifying(number);
        }
    }

    private String identify(String number) {
        Answer answer = identifying(number);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json().path("id").asString();
    }

    private Answer identifying(String number) {
        return payqual.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\": \"PASSPORT\", \"documentNumber\": \"CHE-" + number + "\", \"name\": \"示例\"}");
    }

    private Answer register(String person, String institution, String code) {
        ok(command(person, "/commitments", """
                {"institution": "%s", "date": "2025-01-06"}""".formatted(institution)));
        return ok(command(person, "/registrations", """
                {"institution": "%s", "from": "2025-01-07",
                 "content": {"role": "MEDICAL", "primary": false, "personCode": "%s"}}
                """.formatted(institution, code)));
    }

    private Answer merge(String person, String into) {
        return command(person, "/merger", body(into));
    }

    private static String body(String into) {
        return "{\"into\": \"" + into + "\", \"date\": \"2025-06-01\", \"reason\": \"两份证件属同一人\"}";
    }

    private Answer command(String person, String path, String body) {
        return payqual.command(Role.AGENCY, "/people/" + person + path, body);
    }

    private Answer under(String key, String person, String body) {
        return Call.post(payqual.port(), "/api/v1/people/" + person + "/merger", body)
                .as(payqual.token(Role.AGENCY))
                .with("Idempotency-Key", key)
                .answer();
    }

    private JsonNode ask(String person, String path) {
        Answer answer = payqual.ask(Role.AGENCY, "/people/" + person + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private String kind(String person, String asOf) {
        return ask(person, "/standing?validAt=" + DAY + asOf)
                .at("/standing/kind")
                .asString();
    }

    private JsonNode settle(String reference, String asOf) {
        Answer answer = payqual.ask(
                Role.AGENCY,
                "/settlement/check?person=" + reference + "&institution=" + scored.elsewhere + "&validAt=" + DAY
                        + asOf);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> names(JsonNode history) {
        JsonNode events = history.isArray() ? history : history.path("events");
        return StreamSupport.stream(events.spliterator(), false)
                .map(it -> it.path("event").asString())
                .toList();
    }

    private static long position(Answer answer) {
        return answer.json().path("position").asLong();
    }
}
