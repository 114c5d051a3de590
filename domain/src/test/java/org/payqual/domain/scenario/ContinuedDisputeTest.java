package org.payqual.domain.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.RulebookReader;
import org.payqual.domain.rulebook.ShippedRulebooks;

/** Whether a dispute goes on once the first decided is for the rulebook to say (TJ-34.3; CY-11). */
class ContinuedDisputeTest {

    @ParameterizedTest
    @CsvSource({
        "chaoyang-2025, NG-4-6,  UPHELD,   accepted",
        "chaoyang-2025, NG-4-6,  ADJUSTED, accepted",
        "chaoyang-2025, NG-4-6,  REVOKED,  appeal-closed",
        "tianjin-2025,  TJ-27.1, UPHELD,   appeal-closed",
        "tianjin-2025,  TJ-27.1, ADJUSTED, appeal-closed"
    })
    void it_goes_on_while_the_score_stands(String id, String circumstance, String outcome, String escalated) {
        String lower = outcome.equals("ADJUSTED") ? ", findings: [" + finding(circumstance, "GENERAL") + "]" : "";
        Verdict verdict = Playing.steps(rulebook(id), """
                - {date: 2025-03-03, score: {notice: N1, inspection: I1, at: H1, handling: ADMINISTRATIVE_PENALTY,
                    findings: [%s]}}
                - {date: 2025-03-04, appeal: {id: A1, notice: N1}}
                - {date: 2025-03-10, decideAppeal: {id: A1, outcome: %s, reason: as it is%s}}
                - {date: 2025-03-12, escalate: {id: A1}}
                """.formatted(finding(circumstance, "PRIMARY"), outcome, lower));
        assertThat(said(verdict)).isEqualTo(escalated);
    }

    private static String finding(String circumstance, String degree) {
        return "{violation: V1, circumstance: " + circumstance + ", responsibility: " + degree + "}";
    }

    private static Rulebook rulebook(String id) {
        return new RulebookReader(ShippedRulebooks::file)
                .readExtending(ShippedRulebooks.file(id).orElseThrow())
                .expectSound();
    }

    private static String said(Verdict verdict) {
        return verdict.taken().getLast().said().getFirst().reply() instanceof Reply.Refused refused
                ? refused.code()
                : "accepted";
    }
}
