package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names, numbers and free texts, put wherever a caller can put them, are found in nothing that is written. */
@ExtendWith(OutputCaptureExtension.class)
class NothingBetrayedTest {

    private static final String NAME = "密标甲乙丙";
    private static final String NUMBER = "MARK71";
    private static final String REASON = "密标理由丁戊己";
    private static final String KEY = "MARKED-KEY-71";
    private static final String ELSEWHERE = "MARKED-ELSEWHERE-71";
    private static final String CANARY = "what is logged is seen here";
    private static final List<String> MARKS = List.of(NAME, NUMBER, REASON, KEY, ELSEWHERE);

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final List<String> answers = new ArrayList<>();

    @Test
    void noMarkIsFoundInEventsMetadataTablesLogsMetricsOrErrorTexts(CapturedOutput said) throws IOException {
        LoggerFactory.getLogger(NothingBetrayedTest.class).warn(CANARY);
        String person = life();
        badInput(person);
        imports();
        assertThat(answers).allSatisfy(this::free);
        free(metrics());
        assertThat(tables())
                .isNotEmpty()
                .allSatisfy((table, rows) -> assertThat(MARKS).as(table).noneMatch(rows::contains));
        free(said.getAll());
        assertThat(said.getAll()).as("what the program says is captured").contains(CANARY);
        try (Stream<Path> files = Files.walk(payqual.data())) {
            for (Path log : files.filter(it -> it.toString().endsWith(".log")).toList()) {
                free(Files.readString(log, StandardCharsets.ISO_8859_1));
                free(Files.readString(log, StandardCharsets.UTF_8));
            }
        }
    }

    /** Tells every meter with its tags and its description. */
    private String metrics() {
        List<Meter> meters = payqual.part(MeterRegistry.class).getMeters();
        assertThat(meters)
                .extracting(it -> it.getId().getName())
                .as("requests are counted, and so is what follows from them")
                .contains("http.server.requests", "hikaricp.connections");
        return meters.stream()
                .map(it -> it.getId() + " " + it.getId().getDescription())
                .collect(Collectors.joining("\n"));
    }

    private void free(String text) {
        assertThat(MARKS).noneMatch(text::contains);
    }

    private String life() {
        send("/institutions", institution(), 201);
        String person = send(
                        "/people",
                        "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + NUMBER + "\",\"name\":\"" + NAME
                                + "\"}",
                        201)
                .json()
                .path("id")
                .asString();
        send("/people/" + person + "/commitments", "{\"institution\":\"M71\",\"date\":\"2025-01-06\"}", 201);
        send("/inspections", "{\"id\":\"M71\",\"institution\":\"M71\",\"opened\":\"2025-01-06\"}", 201);
        send(
                "/handlings",
                "{\"id\":\"M71\",\"inspection\":\"M71\",\"institution\":\"M71\",\"kind\":\"CIRCULAR\",\"date\":\"2025-02-06\"}",
                201);
        send(
                "/people/" + person + "/notices",
                "{\"notice\":\"N\",\"handling\":\"M71\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"V\",\"circumstance\":\"TJ-26.3\",\"responsibility\":\"GENERAL\",\"actedTo\":\"2025-01-20\",\"reason\":\""
                        + REASON + "\"}]}",
                201);
        redress("/people/" + person);
        send("/handlings/M71/overturning", "{\"date\":\"2025-03-06\",\"reason\":\"" + REASON + "\"}", 201);
        answers.add(payqual.ask(Role.AGENCY, "/people/" + person + "/history").text());
        answers.add(payqual.ask(Role.AGENCY, "/people/" + person + "/standing").text());
        return person;
    }

    /** Files whose good and bad rows, and whose headings, are full of marks. */
    private void imports() {
        Uploads uploads = new Uploads(payqual);
        String heading = "姓名,证件类型,证件号码,机构代码,人员类别,服务承诺,登记备案日期," + NAME;
        String row = "%s,护照,CHE-" + NUMBER + "%s,%s,护理类,%s,2025-01-07," + REASON;
        byte[] roster = Uploads.text(
                heading,
                row.formatted(NAME, "A", "M71", "2025-01-06"),
                row.formatted(NAME, "-" + ELSEWHERE, "M71", "2025-01-06"),
                row.formatted(NAME + "7", "B", ELSEWHERE, REASON),
                row.formatted(NAME, "A", "M71", "2025-01-06"));
        Uploads.Taken taken = uploads.take(roster, "GOOD_ROWS");
        assertThat(taken.counts()).isEqualTo(List.of(4L, 3L, 0L, 1L, 0L));
        answers.add(uploads.send(roster, "GOOD_ROWS").text());
        answers.add(uploads.send(Uploads.text(heading.replace("姓名", NAME), row), "WHOLE")
                .text());
        answers.add(uploads.send(Uploads.text(row), "WHOLE").text());
    }

    private void redress(String person) {
        String said = "\"date\":\"2025-02-10\",\"%s\":\"" + REASON + "\"";
        send(
                person + "/appeals",
                "{\"appeal\":\"A\",\"notice\":\"N\",\"by\":\"PERSON\",\"ground\":\"FACTS\",\"signed\":true,\"sealed\":true,"
                        + said.formatted("statement") + "}",
                201);
        send(person + "/appeals/A/explanation", "{" + said.formatted("explanation") + "}", 201);
        send(person + "/appeals/A/expert-reviews", "{" + said.formatted("opinion") + "}", 201);
        send(person + "/appeals/A/decision", "{\"outcome\":\"UPHELD\"," + said.formatted("reason") + "}", 201);
        send(
                person + "/repairs",
                "{\"repair\":\"R\",\"date\":\"2025-02-10\",\"institution\":\"M71\",\"path\":\"ACTIVITY\",\"approved\":true,"
                        + "\"evidence\":{\"activity\":\"X1\"}}",
                201);
        send(person + "/repairs/R/refusal", "{" + said.formatted("reason") + "}", 201);
        answers.add(payqual.ask(Role.AGENCY, person + "/appeals").text());
    }

    private static String institution() {
        return "{\"code\":\"M71\",\"name\":\"" + ELSEWHERE
                + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}";
    }

    private void badInput(String person) {
        send(
                "/people",
                "{\"documentType\":\"RESIDENT_ID\",\"documentNumber\":\"" + NUMBER + "\",\"name\":\"" + NAME + "\"}",
                400);
        send(
                "/people",
                "{\"documentType\":\"" + ELSEWHERE + "\",\"documentNumber\":\"1\",\"name\":\"" + NAME + "\"}",
                400);
        send("/people", "{\"" + ELSEWHERE + "\":\"" + NAME + "\"}", 400);
        send("/people", "{\"name\":\"" + NAME + "\",,}", 400);
        send("/people/" + person + "/commitments", "{\"institution\":\"" + NAME + "\",\"date\":\"2025-01-06\"}", 400);
        send("/people/" + person + "/commitments", "{\"institution\":\"M71\",\"date\":\"" + NAME + "\"}", 400);
        send("/people/" + person + "/commitments", "{\"institution\":\"M72\",\"date\":\"2025-01-06\"}", 404);
        send(
                "/people",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + NUMBER + "\",\"name\":\"" + REASON + "\"}",
                409);
        answers.add(
                payqual.ask(Role.AGENCY, "/people/" + ELSEWHERE + "/standing").text());
        answers.add(payqual.ask(Role.AGENCY, "/people/" + person + "/standing?asOf=" + ELSEWHERE)
                .text());
        answers.add(payqual.ask(Role.AGENCY, "/" + ELSEWHERE + "?" + ELSEWHERE + "=" + ELSEWHERE)
                .text());
        answers.add(Call.get(payqual.port(), "/api/v1/people/" + person + "/standing")
                .as(ELSEWHERE)
                .with("X-Correlation-Id", ELSEWHERE)
                .answer()
                .text());
    }

    private Answer send(String path, String body, int status) {
        Answer answer = Call.post(payqual.port(), "/api/v1" + path, body)
                .as(payqual.token(Role.AGENCY))
                .with("Idempotency-Key", KEY + path.hashCode() + body.hashCode())
                .with("X-Correlation-Id", ELSEWHERE)
                .answer();
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(status);
        answers.add(answer.text() + answer.response().headers());
        return answer;
    }

    /** Reads every table that any role of the program can read, whole, with its bytes read as text. */
    private Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        for (DataSource source : payqual.parts(DataSource.class)) {
            JdbcClient jdbc = JdbcClient.create(source);
            List<String> names = jdbc.sql("""
                            SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                            WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                              AND CASE WHEN has_schema_privilege(schemaname, 'USAGE')
                                  THEN has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT') END""").query(String.class).list();
            for (String table : names) {
                tables.put(
                        table,
                        String.join(
                                "\n",
                                jdbc.sql("SELECT * FROM " + table)
                                        .query((row, number) -> text(row))
                                        .list()));
            }
        }
        assertThat(tables).containsKeys("ledger.domain_event_entry", "ledger.log", "read.standing");
        return tables;
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            text.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value)
                    .append(' ');
        }
        return text.toString();
    }
}
