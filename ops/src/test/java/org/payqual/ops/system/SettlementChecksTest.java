package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settlement lines by real HTTP: many in one document, as a stream, some of them at fault; and who asked is on record.
 */
@ExtendWith(OutputCaptureExtension.class)
class SettlementChecksTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final String RUN =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final String PLACE = "S" + RUN;
    private static final String CODE = "D12" + RUN;
    private static final String CHECKS = "/api/v1/settlement/checks";
    private static final String STREAM = CHECKS + "/stream";

    private static String person;

    @BeforeAll
    static void live() {
        enter(
                "/institutions",
                "{\"code\":\"" + PLACE
                        + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
        person = registered(1, CODE);
        enter("/inspections", "{\"id\":\"S-" + RUN + "\",\"institution\":\"" + PLACE + "\",\"opened\":\"2025-02-01\"}");
    }

    @Test
    void oneBadLineAmongTenThousandSpoilsNoOther() {
        List<String> lines = new ArrayList<>(Collections.nCopies(10_000, line(CODE, "2025-06-20")));
        lines.set(6_999, line(CODE, "2025-06-31"));
        lines.set(7_999, line("NOBODY", "2025-06-20"));
        lines.set(8_999, line(CODE, "2025-06-20").replace(PLACE, "NOWHERE"));
        Answer answer = check(lines);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode answers = answer.json().path("answers");
        assertThat(answers.size()).isEqualTo(10_000);
        assertThat(answers.path(6_999).toString())
                .isEqualTo("{\"line\":7000,\"problem\":{\"code\":\"date-invalid\",\"field\":\"validAt\",\"detail\":"
                        + "\"日期应为 YYYY-MM-DD 格式的实际日期，且在 2024-01-01 至 2100-12-31 之间。\",\"detailEn\":"
                        + "\"A date must be a real one, written YYYY-MM-DD, from 2024-01-01 to 2100-12-31.\"}}");
        assertThat(said(answers.path(7_999))).isEqualTo("PERSON_UNKNOWN - -");
        assertThat(said(answers.path(8_999))).isEqualTo("INSTITUTION_UNKNOWN - -");
        long position = answer.json().path("reflects").path("position").asLong();
        for (int i = 0; i < 10_000; i++) {
            JsonNode each = answers.path(i);
            assertThat(each.path("line").asInt()).isEqualTo(i + 1);
            if (i != 6_999 && i != 7_999 && i != 8_999) {
                assertThat(said(each)).isEqualTo("PAYABLE NORMAL TJ-21.1");
                assertThat(each.path("position").asLong()).isEqualTo(position);
                assertThat(each.path("person").asString()).isEqualTo(person);
                assertThat(each.path("objection").asBoolean(true)).isFalse();
            }
        }
    }

    @Test
    void oneLineMoreThanTenThousandIsRefused() {
        Answer answer = check(Collections.nCopies(10_001, line(CODE, "2025-06-20")));
        assertThat(answer.problem()).isEqualTo("400 lines-too-many");
        assertThat(answer.field()).isEqualTo("lines");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"lines":[] | 400 json-malformed
                    {"lines":{}} | 400 value-invalid
                    {"line":[]} | 400 field-unknown
                    {} | 400 field-missing
                    [] | 400 value-invalid
                    {"lines":[]} {} | 400 json-malformed
                    {"lines":[{"person":]} | 400 json-malformed
                    {"lines":[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]} | 400 json-excessive
                    """)
    void aDocumentThatIsNoneIsRefusedWhole(String body, String problem) {
        assertThat(post(CHECKS, "application/json", body).problem()).isEqualTo(problem);
    }

    @Test
    void aBodyTooLargeIsRefusedUnreadAndOtherKindsNotAtAll() {
        Answer large = post(CHECKS, "application/json", "{\"lines\":[\"" + "x".repeat(9_000_000) + "\"]}");
        assertThat(large.problem()).isEqualTo("413 body-too-large");
        assertThat(post(CHECKS, "application/x-ndjson", "{}").status()).isEqualTo(415);
        assertThat(post(STREAM, "application/json", "{}").status()).isEqualTo(415);
    }

    @Test
    void anAgencysReasonAndACodeOfSeveralPeopleCount() {
        String suspended = registered(2, "SC2" + RUN);
        handle("SC2" + RUN, suspended);
        String shared = "SHARED" + RUN;
        registered(3, shared);
        registered(4, shared);
        String line = line("SC2" + RUN, "2025-03-10");
        JsonNode answers = check(List.of(
                        line,
                        line.replace("}", ",\"exception\":\"EMERGENCY\"}"),
                        line.replace("}", ",\"exception\":\"OTHER\"}"),
                        line.replace("}", ",\"exception\":\"OTHER\",\"reason\":\"R-17\"}"),
                        line(suspended, "2025-03-02"),
                        line(shared, "2025-03-10"),
                        line(CODE, "2099-03-10")))
                .json()
                .path("answers");
        assertThat(answers.valueStream().map(SettlementChecksTest::said))
                .containsExactly(
                        "NOT_PAYABLE STANDING TJ-21.2",
                        "PAYABLE_AS_EXCEPTION EMERGENCY TJ-21.2",
                        "NOT_PAYABLE REASON_MISSING TJ-21.2",
                        "PAYABLE_AS_EXCEPTION SPECIAL_CASE TJ-21.2",
                        "PAYABLE NORMAL TJ-21.1",
                        "person-ambiguous",
                        "no-rulebook");
        assertThat(recorded(suspended))
                .containsExactly(
                        "SETTLEMENT " + PLACE + " 2025-03-10 NONE - NOT_PAYABLE",
                        "SETTLEMENT " + PLACE + " 2025-03-10 EMERGENCY - PAYABLE_AS_EXCEPTION",
                        "SETTLEMENT " + PLACE + " 2025-03-10 OTHER - NOT_PAYABLE",
                        "SETTLEMENT " + PLACE + " 2025-03-10 OTHER R-17 PAYABLE_AS_EXCEPTION",
                        "SETTLEMENT " + PLACE + " 2025-03-02 NONE - PAYABLE");
    }

    @Test
    void whatIsOverturnedIsPayableAtOnce() {
        String code = "OV" + RUN;
        String suspended = registered(5, code);
        handle(code, suspended);
        assertThat(said(check(List.of(line(code, "2025-03-10")))
                        .json()
                        .path("answers")
                        .path(0)))
                .isEqualTo("NOT_PAYABLE STANDING TJ-21.2");
        enter("/handlings/H-" + code + "/overturning", "{\"date\":\"2025-04-01\",\"reason\":\"复议撤销\"}");
        long fallen = PAYQUAL.awaitFallen("H-" + code);
        JsonNode now = check(List.of(line(code, "2025-03-10"))).json();
        assertThat(said(now.path("answers").path(0))).isEqualTo("PAYABLE NORMAL TJ-21.1");
        assertThat(now.path("reflects").path("position").asLong()).isGreaterThanOrEqualTo(fallen);
    }

    @Test
    void aSingleCheckTakesTheCodeNowAndAsOfThen() {
        String code = "ONE" + RUN;
        String one = registered(6, code);
        String check = "/settlement/check?person=" + code + "&institution=" + PLACE + "&validAt=2025-06-20";
        JsonNode now = PAYQUAL.ask(Role.SETTLEMENT, check).json();
        assertThat(now.path("person").asString()).isEqualTo(one);
        long position = now.path("reflects").path("position").asLong();
        assertThat(PAYQUAL.ask(Role.SETTLEMENT, check + "&asOf=" + position)
                        .json()
                        .path("answer")
                        .asString())
                .isEqualTo("PAYABLE");
        assertThat(PAYQUAL.ask(Role.SETTLEMENT, check + "&asOf=0").problem()).isEqualTo("404 unknown-person");
        assertThat(PAYQUAL.ask(Role.SETTLEMENT, check + "&reason=R1").problem()).isEqualTo("400 reason-unasked");
        assertThat(Call.get(PAYQUAL.port(), "/api/v1" + check)
                        .as(PAYQUAL.token(Role.INSTITUTION, PLACE, null))
                        .answer()
                        .status())
                .isEqualTo(200);
        assertThat(Call.get(PAYQUAL.port(), "/api/v1" + check)
                        .as(PAYQUAL.token(Role.INSTITUTION, "OTHER", null))
                        .answer()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSingleCheckIsOnRecordWhateverCameOfIt() {
        String code = "REC" + RUN;
        String one = registered(8, code);
        String check = "/settlement/check?person=" + code + "&validAt=";
        String there = "&institution=" + PLACE;
        assertThat(PAYQUAL.ask(Role.SETTLEMENT, check + "2025-06-20" + there).status())
                .isEqualTo(200);
        assertThat(PAYQUAL.ask(Role.SETTLEMENT, check + "2025-06-21&institution=NOWHERE")
                        .problem())
                .isEqualTo("404 unknown-institution");
        assertThat(PAYQUAL.ask(Role.SETTLEMENT, check + "2099-03-10" + there).problem())
                .isEqualTo("409 no-rulebook");
        assertThat(JdbcClient.create(PAYQUAL.part(HikariDataSource.class))
                        .sql("SELECT concat_ws(' ', role, ability, valid_at, outcome) FROM access.reading"
                                + " WHERE people = ARRAY[?::text] AND role = 'SETTLEMENT' ORDER BY id")
                        .param(one)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "SETTLEMENT READ_STANDING 2025-06-20 ANSWERED",
                        "SETTLEMENT READ_STANDING 2025-06-21 UNANSWERED",
                        "SETTLEMENT READ_STANDING 2099-03-10 UNANSWERED");
    }

    @Test
    void afterAnAppealTheNextAnswerHasIt() {
        String code = "APP" + RUN;
        String appealing = registered(9, code);
        handle(code, appealing);
        assertThat(answered(code).path("objection").asBoolean(true)).isFalse();
        long filed = position(PAYQUAL.command(
                Role.AGENCY,
                "/people/" + appealing + "/appeals",
                "{\"appeal\":\"A1\",\"notice\":\"N1\",\"by\":\"PERSON\",\"date\":\"2025-03-05\",\"ground\":\"FACTS\","
                        + "\"signed\":true,\"sealed\":true}"));
        JsonNode open = answered(code);
        assertThat(open.path("position").asLong()).isGreaterThanOrEqualTo(filed);
        assertThat(open.path("objection").asBoolean()).isTrue();
        assertThat(said(open)).isEqualTo("NOT_PAYABLE STANDING TJ-21.2");
        long decided = position(PAYQUAL.command(
                Role.AGENCY,
                "/people/" + appealing + "/appeals/A1/decision",
                "{\"date\":\"2025-03-20\",\"outcome\":\"REVOKED\",\"ground\":\"FACTS\",\"reason\":\"事实不成立\"}"));
        JsonNode now = answered(code);
        assertThat(now.path("position").asLong()).isGreaterThanOrEqualTo(decided);
        assertThat(said(now)).isEqualTo("PAYABLE NORMAL TJ-21.1");
    }

    private static long position(Answer recorded) {
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return recorded.json().path("position").asLong();
    }

    private static JsonNode answered(String code) {
        return check(List.of(line(code, "2025-03-10"))).json().path("answers").path(0);
    }

    @Test
    void aStreamIsAnsweredLineByLineToItsEnd() {
        int count = 12_345;
        String body = IntStream.range(0, count)
                .mapToObj(i -> i == 7_000 ? "nonsense" : line(CODE, "2025-06-20"))
                .collect(Collectors.joining("\n", "", "\n"));
        Answer answer = post(STREAM, "application/x-ndjson", body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/x-ndjson");
        List<JsonNode> lines = lines(answer.text());
        assertThat(lines).hasSize(count + 1);
        assertThat(said(lines.get(7_000))).isEqualTo("json-malformed");
        assertThat(said(lines.get(12_344))).isEqualTo("PAYABLE NORMAL TJ-21.1");
        assertThat(lines.get(12_344).path("line").asInt()).isEqualTo(count);
        JsonNode end = lines.getLast().path("end");
        assertThat(end.path("complete").asBoolean()).isTrue();
        assertThat(end.path("lines").asInt()).isEqualTo(count);
        assertThat(end.path("answered").asInt()).isEqualTo(count - 1);
        assertThat(end.path("reflects").path("sealedAt").isString()).isTrue();
    }

    @Test
    void aTruncatedStreamAnswersWhatItGotAndSaysSo() {
        String line = line(CODE, "2025-06-20");
        List<JsonNode> lines = lines(post(STREAM, "application/x-ndjson", line + "\n" + line.substring(0, 25))
                .text());
        assertThat(lines.stream().map(SettlementChecksTest::said))
                .containsExactly("PAYABLE NORMAL TJ-21.1", "json-malformed", "stream-truncated");
        assertThat(lines.getLast().path("end").path("complete").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 100000", "Transfer-Encoding: chunked"})
    void aBrokenConnectionAnswersWhatItGotAndSaysSo(String length, CapturedOutput said) throws IOException {
        int before = said.getOut().length();
        String line = line(CODE, "2025-06-20") + "\n";
        String body =
                length.startsWith("Transfer") ? Integer.toHexString(line.length()) + "\r\n" + line + "\r\n" : line;
        String answer = half("POST " + STREAM + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + PAYQUAL.token(Role.SETTLEMENT) + "\r\n"
                + "Content-Type: application/x-ndjson\r\n" + length + "\r\n\r\n" + body);
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer).contains("\"answer\":\"PAYABLE\"").contains("\"complete\":false");
        assertThat(answer).contains("\"code\":\"body-incomplete\"").contains("\"lines\":1");
        assertThat(half("POST " + CHECKS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + PAYQUAL.token(Role.SETTLEMENT) + "\r\n"
                        + "Content-Type: application/json\r\n" + length + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 400");
        assertThat(said.getOut().substring(before)).doesNotContain("ERROR");
    }

    @Test
    void anEmptyStreamIsWholeAndWhoMayNotAskIsTold() {
        List<JsonNode> lines = lines(post(STREAM, "application/x-ndjson", "").text());
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().path("end").path("complete").asBoolean()).isTrue();
        for (String path : List.of(CHECKS, STREAM)) {
            Answer refused = Call.send("POST", PAYQUAL.port(), path, BodyPublishers.ofString("{\"lines\":[]}"))
                    .with("Content-Type", path.equals(CHECKS) ? "application/json" : "application/x-ndjson")
                    .as(PAYQUAL.token(Role.AUDITOR))
                    .answer();
            assertThat(refused.problem()).isEqualTo("403 not-allowed");
        }
    }

    private static Answer check(List<String> lines) {
        return post(CHECKS, "application/json", "{\"lines\":[" + String.join(",", lines) + "]}");
    }

    private static Answer post(String path, String type, String body) {
        return Call.send("POST", PAYQUAL.port(), path, BodyPublishers.ofString(body))
                .with("Content-Type", type)
                .as(PAYQUAL.token(Role.SETTLEMENT))
                .answer();
    }

    /** Sends as much and no more, and gives all that comes back. */
    private static String half(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PAYQUAL.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<JsonNode> lines(String text) {
        return Arrays.stream(text.split("\n"))
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static String said(JsonNode line) {
        JsonNode problem = line.has("end") ? line.path("end").path("problem") : line.path("problem");
        return problem.has("code")
                ? problem.path("code").asString()
                : line.path("answer").asString() + " " + line.path("ground").asString("-") + " "
                        + line.path("provision").asString("-");
    }

    private static List<String> recorded(String id) {
        return JdbcClient.create(PAYQUAL.part(HikariDataSource.class))
                .sql("""
                        SELECT concat_ws(' ', role, institution, valid_at, exception, coalesce(reason, '-'), answer)
                        FROM access.checks_of(?::uuid, clock_timestamp() - interval '1 day')
                        """)
                .param(id)
                .query(String.class)
                .list();
    }

    private static String line(String who, String day) {
        return "{\"person\":\"" + who + "\",\"institution\":\"" + PLACE + "\",\"validAt\":\"" + day + "\"}";
    }

    private static String registered(int number, String code) {
        Answer identified = PAYQUAL.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + RUN + number + "\",\"name\":\"示例\"}");
        assertThat(identified.status()).as(identified.text()).isEqualTo(201);
        String id = identified.json().path("id").asString();
        enter("/people/" + id + "/commitments", "{\"institution\":\"" + PLACE + "\",\"date\":\"2025-01-06\"}");
        enter(
                "/people/" + id + "/registrations",
                "{\"institution\":\"" + PLACE
                        + "\",\"from\":\"2025-01-07\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true,\"personCode\":\""
                        + code + "\"}}");
        return id;
    }

    private static void handle(String handling, String id) {
        enter(
                "/handlings",
                "{\"id\":\"H-" + handling + "\",\"inspection\":\"S-" + RUN + "\",\"institution\":\"" + PLACE
                        + "\",\"kind\":\"AGREEMENT_HANDLING\",\"date\":\"2025-03-03\"}");
        enter(
                "/people/" + id + "/notices",
                "{\"notice\":\"N1\",\"handling\":\"H-" + handling
                        + "\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"V1\",\"circumstance\":\"TJ-28.1\","
                        + "\"responsibility\":\"PRIMARY\",\"actedTo\":\"2025-01-24\"}]}");
    }

    private static void enter(String path, String body) {
        Answer answer = PAYQUAL.command(Role.AGENCY, path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
