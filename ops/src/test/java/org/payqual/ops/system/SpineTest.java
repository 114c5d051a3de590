package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;

/** One life over HTTP, and what goes wrong on the way. */
class SpineTest {

    private final RunningPayqual payqual = RunningPayqual.shared();
    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String institution = "S" + run;

    @Test
    void aTerminationBarsANewRegistrationUntilItsHandlingIsOverturned() {
        String person = registered();
        String handling = handling("ADMINISTRATIVE_PENALTY", "2025-03-03");
        Answer scored = payqual.command(Role.AGENCY, "/people/" + person + "/notices", notice(handling));
        assertThat(scored.status()).as(scored.text()).isEqualTo(201);
        Answer barred = register(person, "2026-05-21");
        assertThat(barred.problem()).isEqualTo("422 barred-after-termination");
        assertThat(barred.json().path("provision").asString()).isEqualTo("TJ-31.3");
        payqual.command(
                Role.DEPARTMENT,
                "/handlings/" + handling + "/overturning",
                "{\"date\":\"2025-06-01\",\"reason\":\"复议撤销\"}");
        payqual.awaitFallen(handling);
        assertThat(register(person, "2026-05-21").problem()).isEqualTo("409 registered-already");
    }

    @Test
    void aRetryWithTheSameKeyChangesNothingAndOtherContentIsAConflict() {
        String person = registered();
        String path = "/api/v1/people/" + person + "/commitments";
        String key = "retry-" + run;
        Answer first = commit(path, key, "2025-02-01");
        Answer again = commit(path, key, "2025-02-01");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(commit(path, key, "2025-02-02").problem()).isEqualTo("409 key-reused");
    }

    @Test
    void aVersionThatIsNoLongerTheLastIsAConflict() {
        String person = registered();
        Answer stale = Call.post(
                        payqual.port(),
                        "/api/v1/people/" + person + "/commitments",
                        "{\"institution\":\"" + institution + "\",\"date\":\"2025-02-01\"}")
                .as(payqual.token(Role.AGENCY))
                .with("Idempotency-Key", "stale-" + run)
                .with("If-Match", "\"0\"")
                .answer();
        assertThat(stale.problem()).isEqualTo("409 stale-version");
        assertThat(stale.json().path("currentVersion").asInt()).isEqualTo(2);
    }

    private Answer commit(String path, String key, String date) {
        return Call.post(payqual.port(), path, "{\"institution\":\"" + institution + "\",\"date\":\"" + date + "\"}")
                .as(payqual.token(Role.AGENCY))
                .with("Idempotency-Key", key)
                .answer();
    }

    private String registered() {
        payqual.command(
                Role.AGENCY,
                "/institutions",
                "{\"code\":\"" + institution
                        + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
        Answer identified = payqual.command(
                Role.AGENCY,
                "/people",
                "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-" + run + "\",\"name\":\"示例\"}");
        assertThat(identified.status()).as(identified.text()).isEqualTo(201);
        String person = identified.json().path("id").asString();
        payqual.command(
                Role.AGENCY,
                "/people/" + person + "/commitments",
                "{\"institution\":\"" + institution + "\",\"date\":\"2025-01-06\"}");
        Answer registered = register(person, "2025-01-07");
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        return person;
    }

    private Answer register(String person, String from) {
        return payqual.command(
                Role.AGENCY,
                "/people/" + person + "/registrations",
                "{\"institution\":\"" + institution + "\",\"from\":\"" + from
                        + "\",\"content\":{\"role\":\"MEDICAL\",\"primary\":true}}");
    }

    private String handling(String kind, String date) {
        String inspection = "I-" + run;
        payqual.command(
                Role.DEPARTMENT,
                "/inspections",
                "{\"id\":\"" + inspection + "\",\"institution\":\"" + institution + "\",\"opened\":\"2025-02-01\"}");
        Answer decided = payqual.command(
                Role.DEPARTMENT,
                "/handlings",
                "{\"id\":\"" + inspection + "\",\"inspection\":\"" + inspection + "\",\"institution\":\"" + institution
                        + "\",\"kind\":\"" + kind + "\",\"date\":\"" + date + "\""
                        + (kind.equals("ADMINISTRATIVE_PENALTY") ? ",\"articles\":[40]}" : "}"));
        assertThat(decided.status()).as(decided.text()).isEqualTo(201);
        return inspection;
    }

    private static String notice(String handling) {
        return """
                {"notice":"N1","handling":"%s","institutionHeard":true,"findings":[{"violation":"V1",\
                "circumstance":"TJ-29.1","responsibility":"PRIMARY","actedTo":"2025-01-20","article":40}]}""".formatted(handling);
    }
}
