package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is kept apart from the ledger is read by whom it concerns, proves the ledger's digest, and leaves a trace. */
class TextsOverHttpTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final String WHY = "录入有误";

    private final ScoredPerson person = new ScoredPerson();

    @Test
    void aReasonIsReadAndYieldsTheDigestOfItsEvent() throws Exception {
        String digest = corrected();

        Answer answer = person.ask(Role.AGENCY, "/texts/" + digest);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("state").asString()).isEqualTo("KEPT");
        assertThat(answer.json().path("text").asString()).isEqualTo(WHY);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(answer.json().path("salt").asString()));
        assertThat(HexFormat.of()
                        .formatHex(sha256.digest(
                                answer.json().path("text").asString().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(digest);
        assertThat(readings()).last().asString().matches("AGENCY READ_TEXT [0-9]+ ANSWERED");
    }

    @Test
    void whoHasNothingToDoWithATextDoesNotReadIt() {
        String digest = corrected();

        assertThat(person.ask(Role.PERSON, "/texts/" + digest).status()).isEqualTo(200);
        assertThat(person.ask(Role.DEPARTMENT, "/texts/" + digest).status()).isEqualTo(200);
        for (Role role : List.of(Role.INSTITUTION, Role.AUDITOR, Role.SETTLEMENT, Role.RULEBOOK_KEEPER)) {
            assertThat(person.ask(role, "/texts/" + digest).problem()).isEqualTo("403 not-allowed");
        }
        Answer ofAnother = Call.get(PAYQUAL.port(), "/api/v1/people/" + person.id + "/texts/" + digest)
                .as(PAYQUAL.token(Role.PERSON, null, UUID.randomUUID().toString()))
                .answer();
        assertThat(ofAnother.problem()).isEqualTo("403 not-your-person");
        assertThat(new ScoredPerson().ask(Role.AGENCY, "/texts/" + digest).problem())
                .as("a text is found only with whom it is about")
                .isEqualTo("404 unknown-text");
        assertThat(readings()).last().asString().isEqualTo("PERSON READ_TEXT REFUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "/texts/0000000000000000000000000000000000000000000000000000000000000000, 404 unknown-text",
        "/texts/xyz, 404 unknown-text"
    })
    void whatIsNoTextIsToldSo(String path, String problem) {
        assertThat(person.ask(Role.AGENCY, path).problem()).isEqualTo(problem);
        assertThat(readings()).last().asString().isEqualTo("AGENCY READ_TEXT UNKNOWN");
        assertThat(PAYQUAL.ask(Role.AGENCY, "/people/" + UUID.randomUUID() + path)
                        .problem())
                .isEqualTo("404 unknown-person");
    }

    @Test
    void anErasedPersonsTextsAreGone() {
        String known = ScoredPerson.ok(PAYQUAL.command(
                        Role.AGENCY,
                        "/people",
                        "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-Z" + person.run
                                + "\",\"name\":\"示例\"}"))
                .json()
                .path("id")
                .asString();
        ScoredPerson.ok(PAYQUAL.command(
                Role.AGENCY,
                "/people/" + known + "/commitments",
                "{\"institution\":\"" + person.place + "\",\"date\":\"2025-01-06\"}"));
        ScoredPerson.ok(PAYQUAL.command(
                Role.AGENCY,
                "/people/" + known + "/entries/1/correction",
                "{\"date\":\"2025-07-03\",\"reason\":\"" + WHY + "\"}"));
        String digest = lastReason(PAYQUAL.ask(Role.AGENCY, "/people/" + known + "/history"));
        ScoredPerson.ok(PAYQUAL.command(Role.AGENCY, "/people/" + known + "/identity/erasure", ""));

        Answer answer = PAYQUAL.ask(Role.AGENCY, "/people/" + known + "/texts/" + digest);

        assertThat(answer.json().path("state").asString()).isEqualTo("ERASED");
        assertThat(answer.json().path("erasedAt").isString()).isTrue();
        assertThat(answer.text()).doesNotContain(WHY);
    }

    @Test
    void theReasonOfAnOverturningIsReadWithItsHandling() {
        String path = "/handlings/H-" + person.run;
        ScoredPerson.ok(PAYQUAL.command(
                Role.DEPARTMENT, path + "/overturning", "{\"date\":\"2025-04-01\",\"reason\":\"" + WHY + "\"}"));
        String digest = JdbcClient.create(PAYQUAL.part(HikariDataSource.class))
                .sql("SELECT convert_from(payload, 'UTF8')::json ->> 'reason' FROM ledger.domain_event_entry"
                        + " WHERE aggregate_identifier = ? AND payload_type = 'handling.overturned'")
                .param("handling/H-" + person.run)
                .query(String.class)
                .single();

        assertThat(PAYQUAL.ask(Role.AGENCY, path + "/texts/" + digest)
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo(WHY);
        assertThat(PAYQUAL.ask(Role.AGENCY, "/handlings/none/texts/" + digest).problem())
                .isEqualTo("404 unknown-handling");
        assertThat(person.ask(Role.AGENCY, "/texts/" + digest).problem()).isEqualTo("404 unknown-text");
        for (String handling : List.of(path, "/handlings/none")) {
            Answer refused = Call.get(PAYQUAL.port(), "/api/v1" + handling + "/texts/" + digest)
                    .as(PAYQUAL.token(Role.PERSON, null, person.id))
                    .answer();
            assertThat(refused.problem()).isEqualTo("403 not-your-institution");
        }
        assertThat(PAYQUAL.ask(Role.AUDITOR, path + "/texts/" + digest).problem())
                .isEqualTo("403 not-allowed");
    }

    @Test
    void theNameOfAnInstitutionIsRead() {
        String code = "N" + person.run;
        ScoredPerson.ok(PAYQUAL.command(Role.AGENCY, "/institutions", """
                {"code": "%s", "name": " 示例医院 ", "kind": "HOSPITAL", "publiclyOwned": true, "region": "120101",
                 "agreementSigned": "2025-01-02"}
                """.formatted(code)));

        Answer answer = PAYQUAL.ask(Role.DEPARTMENT, "/institutions/" + code + "/name");

        assertThat(answer.json().path("name").asString()).isEqualTo("示例医院");
        assertThat(PAYQUAL.ask(Role.AGENCY, "/institutions/" + person.place + "/name")
                        .problem())
                .isEqualTo("404 unknown-name");
        assertThat(PAYQUAL.ask(Role.AUDITOR, "/institutions/" + code + "/name").problem())
                .isEqualTo("403 not-allowed");
    }

    /** Has an entry of the person voided, and tells the digest of the reason. */
    private String corrected() {
        ScoredPerson.ok(person.as(
                Role.AGENCY, "/trainings", "{\"date\":\"2025-03-20\",\"institution\":\"" + person.place + "\"}"));
        long last = person.read("/history").json().path("events").size() - 1L;
        ScoredPerson.ok(person.as(
                Role.AGENCY,
                "/entries/" + last + "/correction",
                "{\"date\":\"2025-07-03\",\"reason\":\"" + WHY + "\"}"));
        return lastReason(person.read("/history"));
    }

    private static String lastReason(Answer history) {
        JsonNode events = history.json().path("events");
        return events.get(events.size() - 1).path("fact").path("reason").asString();
    }

    /** Lists who read what of the person, in order, past the histories that these tests read themselves. */
    private List<String> readings() {
        return JdbcClient.create(PAYQUAL.part(HikariDataSource.class))
                .sql("""
                        SELECT concat_ws(' ', role, ability, as_of, outcome) FROM access.reading
                        WHERE ? = ANY (people) AND ability <> 'READ_HISTORY' ORDER BY id
                        """)
                .param(person.id)
                .query(String.class)
                .list();
    }
}
