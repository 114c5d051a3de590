package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import tools.jackson.databind.JsonNode;

/** Where answers send a client, there is something to be read; and every address says what it takes. */
class AddressesTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final ScoredPerson PERSON = new ScoredPerson();

    @Test
    void everyLocationLeadsToWhatWasRecorded() {
        List<Answer> recorded = new ArrayList<>();
        recorded.add(PAYQUAL.command(Role.AGENCY, "/institutions", """
                {"code": "L%s", "kind": "PHARMACY", "publiclyOwned": false, "region": "120103",
                 "agreementSigned": "2025-01-06", "chain": "%s"}
                """.formatted(PERSON.run, PERSON.place)));
        recorded.add(PAYQUAL.command(
                Role.AGENCY, "/institutions/L" + PERSON.run + "/agreements", "{\"signed\": \"2026-01-05\"}"));
        recorded.add(PAYQUAL.command(
                Role.DEPARTMENT,
                "/inspections",
                "{\"id\": \"L-" + PERSON.run + "\", \"institution\": \"L" + PERSON.run
                        + "\", \"opened\": \"2025-02-03\"}"));
        recorded.add(PAYQUAL.command(Role.DEPARTMENT, "/handlings", """
                {"id": "L-%s", "inspection": "L-%s", "institution": "L%s", "kind": "ADMINISTRATIVE_PENALTY",
                 "date": "2025-03-03"}
                """.formatted(PERSON.run, PERSON.run, PERSON.run)));
        recorded.add(PAYQUAL.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\": \"PASSPORT\", \"documentNumber\": \"CHE-L" + PERSON.run + "\", \"name\": \"示例\"}"));
        recorded.add(PERSON.as(
                Role.AGENCY, "/commitments", "{\"institution\": \"" + PERSON.place + "\", \"date\": \"2025-05-06\"}"));
        assertThat(recorded).allSatisfy(it -> {
            String location = it.header("Location").orElseThrow();
            Answer found = Call.get(PAYQUAL.port(), location)
                    .as(PAYQUAL.token(Role.AUDITOR))
                    .answer();
            assertThat(found.status()).as(location + found.text()).isEqualTo(200);
        });
    }

    @Test
    void anInstitutionIsTheOneOfThatDayAsKnownThen() {
        String code = "D" + PERSON.run;
        long designated = position(PAYQUAL.command(Role.AGENCY, "/institutions", """
                {"code": "%s", "kind": "HOSPITAL", "publiclyOwned": true, "region": "120101",
                 "agreementSigned": "2025-01-06"}
                """.formatted(code)));
        position(PAYQUAL.command(Role.AGENCY, "/institutions/" + code + "/agreements", "{\"signed\": \"2026-01-05\"}"));
        assertThat(told(code, "?validAt=2025-01-05")).isEqualTo("HOSPITAL true 120101 - 1");
        assertThat(told(code, "?validAt=2026-01-04")).isEqualTo("HOSPITAL true 120101 2025-01-06 1");
        assertThat(told(code, "?validAt=2026-01-05")).isEqualTo("HOSPITAL true 120101 2026-01-05 1");
        assertThat(told(code, "?validAt=2026-01-05&asOf=" + designated)).isEqualTo("HOSPITAL true 120101 2025-01-06 0");
        assertThat(PAYQUAL.ask(Role.AGENCY, "/institutions/" + code + "?asOf=" + (designated - 1))
                        .problem())
                .isEqualTo("404 unknown-institution");
        assertThat(Call.get(PAYQUAL.port(), "/api/v1/institutions/" + code)
                        .as(PAYQUAL.token(Role.INSTITUTION, PERSON.place, null))
                        .answer()
                        .problem())
                .isEqualTo("403 not-your-institution");
    }

    @Test
    void theLawAdoptedIsListedAndWasNotBefore() {
        byte[] file = ShippedRulebooks.file("tianjin-2025").orElseThrow();
        Answer again = Call.send("POST", PAYQUAL.port(), "/api/v1/rulebooks", BodyPublishers.ofByteArray(file))
                .with("Content-Type", "application/yaml")
                .with("Idempotency-Key", "addresses-" + PERSON.run)
                .as(PAYQUAL.token(Role.RULEBOOK_KEEPER))
                .answer();
        assertThat(again.status()).isEqualTo(200);
        JsonNode law = PAYQUAL.ask(Role.PERSON, "/law").json();
        assertThat(law.at("/rulebooks/0/id").asString()).isEqualTo("tianjin-2025");
        assertThat(law.at("/rulebooks/0/effectiveFrom").asString()).isEqualTo("2025-01-01");
        assertThat(law.path("calendars").isEmpty()).isFalse();
        assertThat(PAYQUAL.ask(Role.PERSON, "/law?asOf=0")
                        .json()
                        .path("rulebooks")
                        .isEmpty())
                .isTrue();
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("tianjin-2025");
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /people, 200, 'POST,OPTIONS'",
        "OPTIONS, /law, 200, 'GET,HEAD,OPTIONS'",
        "HEAD, /people, 405, POST",
        "DELETE, /law, 405, GET",
        "PUT, /people, 405, POST"
    })
    void everyAddressSaysWhichMethodsItTakes(String method, String path, int status, String allowed) {
        Answer answer = Call.send(method, PAYQUAL.port(), "/api/v1" + path, BodyPublishers.noBody())
                .as(PAYQUAL.token(Role.AGENCY))
                .answer();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Allow").orElseThrow().replace(" ", "").split(","))
                .contains(allowed.split(","));
    }

    @Test
    void headIsTheAnswerWithoutItsBody() {
        Answer answer = Call.send(
                        "HEAD", PAYQUAL.port(), "/api/v1/institutions/" + PERSON.place, BodyPublishers.noBody())
                .as(PAYQUAL.token(Role.AGENCY))
                .answer();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isPresent();
        assertThat(answer.text()).isEmpty();
        assertThat(Call.send("OPTIONS", PAYQUAL.port(), "/api/v1/people", BodyPublishers.noBody())
                        .answer()
                        .status())
                .as("without a token")
                .isEqualTo(401);
    }

    @Test
    void theDescriptionSaysWithWhatCommandsAnswer() {
        JsonNode paths =
                Call.get(PAYQUAL.port(), "/api/v1/openapi").answer().json().path("paths");
        JsonNode commit = paths.at("/~1api~1v1~1people~1{person}~1commitments/post/responses");
        assertThat(commit.has("201")).isTrue();
        assertThat(commit.has("200")).isFalse();
        assertThat(commit.at("/201/headers").propertyNames()).contains("Location", "ETag");
        assertThat(commit.at("/201/content/application~1json/example/version").isNumber())
                .isTrue();
        JsonNode identify = paths.at("/~1api~1v1~1people/post/responses");
        assertThat(identify.has("201") && identify.has("200")).isTrue();
        assertThat(paths.at("/~1api~1v1~1law/get/responses").has("200")).isTrue();
    }

    private static String told(String code, String question) {
        JsonNode told =
                PAYQUAL.ask(Role.AGENCY, "/institutions/" + code + question).json();
        return told.path("kind").asString() + " " + told.path("publiclyOwned").asBoolean() + " "
                + told.path("region").asString() + " "
                + told.path("agreementSigned").asString("-") + " "
                + told.path("version").asLong();
    }

    private static long position(Answer answer) {
        return ScoredPerson.ok(answer).json().path("position").asLong();
    }
}
