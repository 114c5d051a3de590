package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call.Answer;
import org.payqual.ops.system.RunningPayqual;
import tools.jackson.databind.JsonNode;

/** What the API tells of a handling before and after it was overturned. */
class HandlingAnswersTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final String RUN =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final String HANDLING = "/handlings/C-" + RUN;

    private static long decided;
    private static long scored;
    private static long overturned;
    private static long fallen;

    @BeforeAll
    static void overturn() {
        enter(
                "/institutions",
                "{\"code\":\"A" + RUN
                        + "\",\"kind\":\"HOSPITAL\",\"publiclyOwned\":true,\"region\":\"120101\",\"agreementSigned\":\"2025-01-02\"}");
        enter("/inspections", "{\"id\":\"I-" + RUN + "\",\"institution\":\"A" + RUN + "\",\"opened\":\"2025-02-01\"}");
        decided = enter(
                "/handlings",
                "{\"id\":\"C-" + RUN + "\",\"inspection\":\"I-" + RUN + "\",\"institution\":\"A" + RUN
                        + "\",\"kind\":\"AGREEMENT_HANDLING\",\"date\":\"2025-03-03\"}");
        for (int i = 0; i < 2; i++) {
            String person = PAYQUAL.command(
                            Role.AGENCY,
                            "/people",
                            "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"CHE-A" + i + RUN
                                    + "\",\"name\":\"示例\"}")
                    .json()
                    .path("id")
                    .asString();
            scored = enter(
                    "/people/" + person + "/notices",
                    "{\"notice\":\"N1\",\"handling\":\"C-" + RUN
                            + "\",\"institutionHeard\":true,\"findings\":[{\"violation\":\"V1\",\"circumstance\":\"TJ-28.1\","
                            + "\"responsibility\":\"PRIMARY\",\"actedTo\":\"2025-01-24\"}]}");
        }
        overturned = enter(HANDLING + "/overturning", "{\"date\":\"2025-04-01\"}");
        fallen = PAYQUAL.awaitFallen("C-" + RUN);
    }

    @Test
    void itTellsHowManyScoresRestOnItAndHowManyFellAsKnownThen() {
        assertThat(told(decided)).isEqualTo("0 - 0 of 0");
        assertThat(told(scored)).isEqualTo("0 - 0 of 2");
        assertThat(told(overturned)).isEqualTo("1 2025-04-01 0 of 2");
        assertThat(told(fallen)).isEqualTo("1 2025-04-01 2 of 2");
        JsonNode answer = PAYQUAL.ask(Role.AUDITOR, HANDLING).json();
        assertThat(answer.path("kind").asString()).isEqualTo("AGREEMENT_HANDLING");
        assertThat(answer.path("date").asString()).isEqualTo("2025-03-03");
        assertThat(answer.path("institution").asString()).isEqualTo("A" + RUN);
        assertThat(answer.path("inspection").asString()).isEqualTo("I-" + RUN);
    }

    @Test
    void whatIsNotKnownThenIsNotFoundAndInstitutionsMayNotAsk() {
        assertThat(PAYQUAL.ask(Role.AGENCY, HANDLING + "?asOf=" + (decided - 1)).problem())
                .isEqualTo("404 unknown-handling");
        assertThat(PAYQUAL.ask(Role.AGENCY, "/handlings/none-" + RUN).problem()).isEqualTo("404 unknown-handling");
        assertThat(PAYQUAL.ask(Role.AGENCY, "/handlings/%20").problem()).isEqualTo("404 unknown-handling");
        assertThat(PAYQUAL.ask(Role.AGENCY, HANDLING + "?asOf=999999999").problem())
                .isEqualTo("404 unknown-position");
        assertThat(PAYQUAL.ask(Role.INSTITUTION, HANDLING).status()).isEqualTo(403);
    }

    private static String told(long position) {
        JsonNode answer =
                PAYQUAL.ask(Role.AGENCY, HANDLING + "?asOf=" + position).json();
        assertThat(answer.at("/reflects/position").asLong()).isEqualTo(position);
        return answer.path("version").asLong() + " " + answer.path("overturned").asString("-") + " "
                + answer.at("/scores/fallen").asLong() + " of "
                + answer.at("/scores/recorded").asLong();
    }

    private static long enter(String path, String body) {
        Answer answer = PAYQUAL.command(Role.AGENCY, path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("position").asLong();
    }
}
