package org.payqual.ops.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each way to say no has its status, its code and what belongs to it. */
@ProbeTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SampleTokens tokens;

    @ParameterizedTest
    @CsvSource({
        "refused, 422 no-commitment, , TJ-18, institution",
        "conflict, 409 already-registered, , , ",
        "stale, 409 stale-version, , , If-Match",
        "reused, 409 key-reused, , , Idempotency-Key",
        "unknown-outcome, 503 outcome-unknown, 2, , ",
        "not-yet, 503 position-not-reached, 3, , ",
        "store, 503 store-away, 5, , "
    })
    void eachSaysWhatBelongsToIt(String kind, String problem, String retryAfter, String provision, String field) {
        Call.Answer answer = problem(kind, "");

        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Retry-After").orElse(null)).isEqualTo(retryAfter);
        assertThat(answer.json().path("provision").asString(null)).isEqualTo(provision);
        assertThat(answer.field()).isEqualTo(field);
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.text()).doesNotContain("secret");
    }

    @Test
    void aStaleVersionIsToldTheCurrentOne() {
        assertThat(problem("stale", "").json().path("currentVersion").asLong()).isEqualTo(5);
    }

    @Test
    void aFaultTellsTheCallerAnIdAndTheLogAPlace(CapturedOutput log) {
        Call.Answer answer = problem("fault", "?position=4711");
        String correlation = answer.header("X-Correlation-Id").orElseThrow();

        assertThat(answer.problem()).isEqualTo("500 fault");
        assertThat(answer.json().path("correlation").asString()).isEqualTo(correlation);
        assertThat(log).contains("[" + correlation + "]", "java.lang.IllegalStateException", "Probe.problem");
        assertThat(answer.text() + log).doesNotContain("secret of the program", "4711");
    }

    @Test
    void idsThatClientsSendAreReplaced() {
        Call.Answer answer = Call.get(port, "/api/v1/openapi")
                .with("X-Correlation-Id", "mine")
                .answer();

        assertThat(answer.header("X-Correlation-Id").orElseThrow()).hasSize(36);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/openapi", "/api/v1/nothing", "/sample-issuer/nothing"})
    void everyAnswerIsGuarded(String path) {
        Call.Answer answer = Call.get(port, path).answer();

        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(answer.header("X-Correlation-Id")).isPresent();
    }

    private Call.Answer problem(String kind, String query) {
        return Call.get(port, "/api/v1/probe/problems/" + kind + query)
                .as(tokens.tokenFor(Role.AUDITOR))
                .answer();
    }
}
