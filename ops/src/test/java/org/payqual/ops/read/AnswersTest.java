package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.payqual.ops.system.RunningPayqual;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One life is recorded late and partly taken back; the answers tell it for every date as known at every position. */
class AnswersTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final String RUN =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final String PLACE = "A" + RUN;
    private static final String OTHER_PLACE = "B" + RUN;

    private static String person;
    private static long registered;
    private static long suspended;
    private static long overturned;
    private static long revoked;

    @BeforeAll
    static void live() {
        for (String place : List.of(PLACE, OTHER_PLACE)) {
            enter(
                    "/institutions",
                    "{\"code\":\"" + place
                            + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
        }
        person = identify(1);
        enter("/people/" + person + "/commitments", at("date", "2025-01-06"));
        registered = enter(
                "/people/" + person + "/registrations",
                at("from", "2025-01-07", "\"content\":{\"role\":\"MEDICAL\",\"primary\":true}"));
        enter("/inspections", "{\"id\":\"I-" + RUN + "\",\"institution\":\"" + PLACE + "\",\"opened\":\"2025-02-01\"}");
        enter(
                "/handlings",
                "{\"id\":\"H-" + RUN + "\",\"inspection\":\"I-" + RUN + "\",\"institution\":\"" + PLACE
                        + "\",\"kind\":\"AGREEMENT_HANDLING\",\"date\":\"2025-03-03\"}");
        suspended = enter(
                "/people/" + person + "/notices",
                "{\"notice\":\"N1\",\"handling\":\"H-" + RUN
                        + "\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"V1\",\"circumstance\":\"TJ-28.1\","
                        + "\"responsibility\":\"PRIMARY\",\"actedTo\":\"2025-01-24\"}]}");
        overturned = enter("/handlings/H-" + RUN + "/overturning", "{\"date\":\"2025-04-01\",\"reason\":\"复议撤销\"}");
        revoked = PAYQUAL.awaitFallen("H-" + RUN);
    }

    @Test
    void standingIsThatOfTheDateAsKnownAtThePosition() {
        assertThat(standing("2025-03-02", suspended)).isEqualTo("NORMAL - false []");
        assertThat(standing("2025-03-03", suspended)).isEqualTo("SUSPENDED 2025-05-03 false [TJ-31.2.1]");
        assertThat(standing("2025-05-02", suspended)).isEqualTo("SUSPENDED 2025-05-03 false [TJ-31.2.1]");
        assertThat(standing("2025-05-03", suspended)).isEqualTo("SUSPENDED - true [TJ-31.2.1]");
        assertThat(standing("2025-05-03", overturned)).isEqualTo("SUSPENDED - true [TJ-31.2.1]");
        assertThat(standing("2025-05-03", revoked)).isEqualTo("NORMAL - false []");
        assertThat(standing("2025-03-03", registered)).isEqualTo("NORMAL - false []");
        assertThat(standing("2025-01-06", revoked)).isEqualTo("UNREGISTERED - false []");
        assertThat(standing("2025-03-03", registered - 1)).isEqualTo("UNREGISTERED - false []");
    }

    @Test
    void yearTotalsTellHowTheYearWent() {
        JsonNode answer = read("/year-totals?validAt=2026-02-01&asOf=" + suspended);
        assertThat(answer.path("years").toString())
                .isEqualTo(
                        "[{\"year\":2026,\"points\":0,\"keySupervision\":false,\"steps\":[]},"
                                + "{\"year\":2025,\"points\":9,\"keySupervision\":true,\"steps\":"
                                + "[{\"from\":\"2025-03-03\",\"until\":\"2026-01-01\",\"points\":9,\"keySupervision\":true}]}]");
        assertThat(read("/year-totals?validAt=2025-03-02&asOf=" + suspended)
                        .path("years")
                        .path(0)
                        .path("points")
                        .asInt())
                .isZero();
        assertThat(read("/year-totals?validAt=2025-12-31").path("years").size()).isOne();
    }

    @Test
    void registrationsHoldOnTheirDays() {
        JsonNode held = read("/registrations?validAt=2025-01-07").path("registrations");
        assertThat(held.toString())
                .isEqualTo("[{\"institution\":\"" + PLACE
                        + "\",\"from\":\"2025-01-07\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true}}]");
        assertThat(read("/registrations?validAt=2025-01-06")
                        .path("registrations")
                        .size())
                .isZero();
        assertThat(read("/registrations?validAt=2025-02-07&asOf=" + (registered - 1))
                        .path("registrations")
                        .size())
                .isZero();
    }

    @Test
    void anAnswerSaysWhatItReflectsAndItsVersionIsThatOfTheNextCommand() {
        Answer answer = ask(Role.AGENCY, "/people/" + person + "/standing?asOf=" + suspended);
        assertThat(answer.json().path("reflects").path("position").asLong()).isEqualTo(suspended);
        String sealedAt = answer.json().path("reflects").path("sealedAt").asString();
        assertThat(read("/standing?asOf=" + sealedAt)
                        .path("reflects")
                        .path("sealedAt")
                        .asString())
                .isEqualTo(sealedAt);
        assertThat(answer.header("ETag"))
                .hasValue("\"" + answer.json().path("version").asLong() + "\"");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        String other = identify(2);
        String version = ask(Role.AGENCY, "/people/" + other + "/standing")
                .header("ETag")
                .orElseThrow();
        Answer committed = Call.post(
                        PAYQUAL.port(), "/api/v1/people/" + other + "/commitments", at("date", "2025-01-06"))
                .as(PAYQUAL.token(Role.AGENCY))
                .with("Idempotency-Key", "etag-" + RUN)
                .with("If-Match", version)
                .answer();
        assertThat(committed.status()).as(committed.text()).isEqualTo(201);
    }

    @Test
    void anotherDayIsNeverCalledUnchanged() {
        String tag = ask(Role.AGENCY, "/people/" + person + "/standing?validAt=2025-03-02")
                .header("ETag")
                .orElseThrow();
        Answer again = Call.get(PAYQUAL.port(), "/api/v1/people/" + person + "/standing?validAt=2025-01-01")
                .as(PAYQUAL.token(Role.AGENCY))
                .with("If-None-Match", tag)
                .answer();
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void historyIsPagedAsItWasWhenTheFirstPageWasAsked() {
        String other = identify(3);
        enter("/people/" + other + "/commitments", at("date", "2025-01-06"));
        enter("/people/" + other + "/commitments", at("date", "2025-01-08"));
        List<String> days = new ArrayList<>();
        JsonNode page =
                ask(Role.AUDITOR, "/people/" + other + "/history?limit=1").json();
        enter("/people/" + other + "/commitments", at("date", "2025-01-10"));
        while (true) {
            page.path("events")
                    .forEach(it -> days.add(it.path("event").asString() + " "
                            + it.path("effective").asString("-") + " "
                            + it.path("sequence").asLong()));
            if (!page.path("next").isString()) {
                break;
            }
            page = ask(
                            Role.AUDITOR,
                            "/people/" + other + "/history?limit=1&cursor="
                                    + page.path("next").asString())
                    .json();
        }
        assertThat(days)
                .containsExactly(
                        "person.identified - 0", "person.committed 2025-01-06 1", "person.committed 2025-01-08 2");
    }

    @Test
    void historySaysWhatWasRecordedByWhomUnderWhichProvision() {
        JsonNode events = read("/history?asOf=" + revoked).path("events");
        List<String> names = new ArrayList<>();
        events.forEach(it -> names.add(it.path("event").asString() + " "
                + it.path("effective").asString("-") + " "
                + it.path("provisions").toString()));
        assertThat(names)
                .containsExactly(
                        "person.identified - []",
                        "person.committed 2025-01-06 [\"TJ-18\"]",
                        "person.registered 2025-01-07 [\"TJ-18\",\"TJ-22\"]",
                        "person.scored 2025-03-03 [\"TJ-28.1\",\"TJ-30\",\"TJ-25\"]",
                        "person.key-supervision-started 2025-03-03 [\"TJ-31.1\"]",
                        "person.suspended 2025-03-03 [\"TJ-31.2.1\"]",
                        "person.score-revoked 2025-04-01 [\"TJ-34.4\"]",
                        "person.suspension-revoked 2025-03-03 [\"TJ-34.4\"]");
        JsonNode scored = events.path(3);
        assertThat(scored.path("position").asLong()).isBetween(registered, suspended);
        assertThat(scored.path("by").path("role").asString()).isEqualTo("AGENCY");
        assertThat(scored.path("fact").path("findings").path(0).path("points").asInt())
                .isEqualTo(9);
        assertThat(events.toString()).doesNotContain("salt").doesNotContain("subject");
        assertThat(read("/history?validAt=2025-01-31").path("events").size()).isEqualTo(3);
    }

    @Test
    void peopleOfAnInstitutionAreListedPageByPage() {
        String first = member(11);
        String second = member(12);
        String list = "/institutions/" + OTHER_PLACE + "/people?validAt=2025-06-01&limit=1&identity=true";
        JsonNode page = ask(Role.AGENCY, list).json();
        long position = page.path("reflects").path("position").asLong();
        member(13);
        List<String> people = new ArrayList<>();
        while (true) {
            assertThat(page.path("reflects").path("position").asLong()).isEqualTo(position);
            page.path("people").forEach(it -> people.add(it.path("person").asString()));
            if (!page.path("next").isString()) {
                break;
            }
            page = ask(
                            Role.AGENCY,
                            "/institutions/" + OTHER_PLACE + "/people?limit=1&cursor="
                                    + page.path("next").asString())
                    .json();
        }
        assertThat(people).containsExactlyInAnyOrder(first, second).isSorted();
        JsonNode member = ask(Role.AGENCY, list).json().path("people").path(0);
        assertThat(member.path("standing").path("kind").asString()).isEqualTo("NORMAL");
        assertThat(member.path("identity").path("name").asString()).isEqualTo("示*");
        assertThat(ask(Role.AGENCY, "/institutions/" + OTHER_PLACE + "/people?validAt=2025-06-01&standing=SUSPENDED")
                        .json()
                        .path("people")
                        .size())
                .isZero();
    }

    @Test
    void settlementFollowsStandingAndRegistration() {
        String check = "/settlement/check?person=" + person + "&institution=" + PLACE + "&validAt=";
        assertThat(payable(check + "2025-03-02&asOf=" + suspended)).isEqualTo("true NORMAL TJ-21.1");
        assertThat(payable(check + "2025-03-03&asOf=" + suspended)).isEqualTo("false STANDING TJ-21.2");
        assertThat(payable(check + "2025-03-03&exception=EMERGENCY&asOf=" + suspended))
                .isEqualTo("true EMERGENCY TJ-21.2");
        assertThat(payable(check + "2025-03-03")).isEqualTo("true NORMAL TJ-21.1");
        assertThat(payable(check.replace(PLACE, OTHER_PLACE) + "2025-03-03")).startsWith("false NOT_REGISTERED");
        assertThat(ask(Role.SETTLEMENT, check + "2030-01-01").problem()).isEqualTo("409 no-rulebook");
        assertThat(ask(Role.SETTLEMENT, check.replace(PLACE, "NONE")).status()).isEqualTo(400);
        assertThat(ask(Role.SETTLEMENT, check.replace(PLACE, "NO/NE") + "2025-03-03")
                        .problem())
                .isEqualTo("404 unknown-institution");
    }

    @Test
    void whoMayReadWhat() {
        String standing = "/people/" + person + "/standing";
        String list = "/institutions/" + PLACE + "/people";
        assertThat(status(PAYQUAL.token(Role.PERSON, null, person), standing)).isEqualTo(200);
        assertThat(status(PAYQUAL.token(Role.PERSON, null, UUID.randomUUID().toString()), standing))
                .isEqualTo(403);
        assertThat(status(PAYQUAL.token(Role.INSTITUTION, PLACE, null), standing))
                .isEqualTo(200);
        assertThat(status(PAYQUAL.token(Role.INSTITUTION, OTHER_PLACE, null), standing))
                .isEqualTo(403);
        assertThat(status(PAYQUAL.token(Role.INSTITUTION, PLACE, null), list)).isEqualTo(200);
        assertThat(status(PAYQUAL.token(Role.INSTITUTION, OTHER_PLACE, null), list))
                .isEqualTo(403);
        assertThat(status(PAYQUAL.token(Role.SETTLEMENT), standing)).isEqualTo(200);
        assertThat(status(PAYQUAL.token(Role.SETTLEMENT), "/people/" + person + "/year-totals"))
                .isEqualTo(403);
        assertThat(status(PAYQUAL.token(Role.AUDITOR), "/people/" + person + "/history"))
                .isEqualTo(200);
        assertThat(status(PAYQUAL.token(Role.AUDITOR), standing + "?identity=true"))
                .isEqualTo(403);
        assertThat(status(PAYQUAL.token(Role.DEPARTMENT), standing + "?identity=true"))
                .isEqualTo(200);
    }

    @Test
    void everyAnswerGoesOnRecord() {
        String other = identify(4);
        ask(Role.AUDITOR, "/people/" + other + "/standing?validAt=2025-02-03&asOf=" + revoked);
        long position = ask(Role.AGENCY, "/people/" + other + "/standing?validAt=2025-02-03&identity=true")
                .json()
                .path("reflects")
                .path("position")
                .asLong();
        assertThat(JdbcClient.create(PAYQUAL.part(HikariDataSource.class))
                        .sql("""
                                SELECT concat_ws(' ', role, ability, valid_at, as_of, outcome) FROM access.reading
                                WHERE ? = ANY (people) ORDER BY id
                                """)
                        .param(other)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "AUDITOR READ_STANDING UNKNOWN",
                        "AGENCY READ_IDENTITY 2025-02-03 " + position + " ANSWERED",
                        "AGENCY READ_STANDING 2025-02-03 " + position + " ANSWERED");
    }

    @ParameterizedTest
    @CsvSource({
        "/standing?asOf=999999999, 404 unknown-position, asOf",
        "/standing?asOf=yesterday, 400 as-of-malformed, asOf",
        "/standing?asOf=2099-01-01T00:00:00Z, 400 as-of-not-passed, asOf",
        "/standing?asOf=2020-01-01T00:00:00Z, 404 unknown-position, asOf",
        "/standing?asOf=0, 404 unknown-person, person",
        "/standing?validAt=2025-02-30, 400 date-invalid, validAt",
        "/standing?validAt=2023-12-31, 400 date-invalid, validAt",
        "/standing?identity=yes, 400 value-invalid, identity",
        "/standing?day=2025-02-03, 400 parameter-unknown,",
        "/history?limit=0, 400 limit-out-of-range, limit",
        "/history?limit=201, 400 limit-out-of-range, limit",
        "/history?cursor=%21, 400 cursor-malformed, cursor",
        "/history?cursor=aGlzdG9yeQox, 400 cursor-malformed, cursor",
        "/history?cursor=aGlzdG9yeQo5Ci0KMQ&asOf=9, 400 cursor-not-alone, cursor",
        "/history?cursor=aGlzdG9yeQo5CjIwMjUtMTMtMDEKMQ, 400 cursor-malformed, cursor",
    })
    void whatMakesNoSenseIsToldPrecisely(String path, String problem, String field) {
        Answer answer = ask(Role.AGENCY, "/people/" + person + path);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void whoIsUnknownIsNotFound() {
        assertThat(ask(Role.AGENCY, "/people/" + UUID.randomUUID() + "/standing")
                        .problem())
                .isEqualTo("404 unknown-person");
        assertThat(ask(Role.AGENCY, "/people/somebody/history").problem()).isEqualTo("404 unknown-person");
        assertThat(ask(Role.AGENCY, "/institutions/NOWHERE/people").problem()).isEqualTo("404 unknown-institution");
        assertThat(ask(Role.AGENCY, "/institutions/no%20where/people").problem())
                .isEqualTo("404 unknown-institution");
    }

    private static String standing(String day, long asOf) {
        JsonNode standing = read("/standing?validAt=" + day + "&asOf=" + asOf).path("standing");
        return standing.path("kind").asString() + " " + standing.path("until").asString("-") + " "
                + standing.path("termServed").asBoolean() + " "
                + standing.path("provisions").toString().replace("\"", "");
    }

    private static String payable(String path) {
        Answer answer = ask(Role.SETTLEMENT, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode json = answer.json();
        return json.path("payable").asBoolean() + " " + json.path("ground").asString() + " "
                + json.path("provision").asString();
    }

    private static JsonNode read(String path) {
        Answer answer = ask(Role.AGENCY, "/people/" + person + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Answer ask(Role role, String path) {
        return PAYQUAL.ask(role, path);
    }

    private static int status(String token, String path) {
        return Call.get(PAYQUAL.port(), "/api/v1" + path).as(token).answer().status();
    }

    private static String identify(int number) {
        Answer identified = PAYQUAL.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + RUN + number + "\",\"name\":\"示例\"}");
        assertThat(identified.status()).as(identified.text()).isEqualTo(201);
        return identified.json().path("id").asString();
    }

    private static String member(int number) {
        String member = identify(number);
        enter("/people/" + member + "/commitments", at("date", "2025-01-06").replace(PLACE, OTHER_PLACE));
        enter(
                "/people/" + member + "/registrations",
                at("from", "2025-01-07", "\"content\":{\"role\":\"NURSING\",\"primary\":true}")
                        .replace(PLACE, OTHER_PLACE));
        return member;
    }

    private static long enter(String path, String body) {
        Answer answer = PAYQUAL.command(Role.AGENCY, path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("position").asLong();
    }

    private static String at(String field, String day, String... more) {
        String first = "{\"institution\":\"" + PLACE + "\",\"" + field + "\":\"" + day + "\"";
        return first + (more.length == 0 ? "" : "," + more[0]) + "}";
    }
}
