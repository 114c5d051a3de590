package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each role does what the rules give it, for whom they give it, and nothing else. */
@ProbeTest
class AbilitiesTest {

    private static final String OF_H1 = "11111111-1111-4111-8111-111111111111";
    private static final String STRANGER = "22222222-2222-4222-8222-222222222222";

    @LocalServerPort
    private int port;

    @Autowired
    private SampleTokens tokens;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            AGENCY,          -,  11111111-1111-4111-8111-111111111111, 200
            DEPARTMENT,      -,  22222222-2222-4222-8222-222222222222, 200
            AUDITOR,         -,  11111111-1111-4111-8111-111111111111, 200
            SETTLEMENT,      -,  11111111-1111-4111-8111-111111111111, 200
            RULEBOOK_KEEPER, -,  11111111-1111-4111-8111-111111111111, 403 not-allowed
            INSTITUTION,     H1, 11111111-1111-4111-8111-111111111111, 200
            INSTITUTION,     H2, 11111111-1111-4111-8111-111111111111, 403 not-your-person
            INSTITUTION,     H1, 22222222-2222-4222-8222-222222222222, 403 not-your-person
            PERSON,          -,  11111111-1111-4111-8111-111111111111, 200
            PERSON,          -,  22222222-2222-4222-8222-222222222222, 403 not-your-person
            AGENCY,          -,  not-an-id,                            404 unknown-person
            """)
    void readsThoseItMayRead(Role role, String organisation, String person, String outcome) {
        Call.Answer answer = Call.get(port, "/api/v1/probe/people/" + person)
                .as(tokens.tokenFor(role, organisation, OF_H1))
                .answer();

        assertThat(answer.status() == 200 ? "200" : answer.problem()).isEqualTo(outcome);
        assertThat(answer.status() == 200 || !answer.text().contains("validAt")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AGENCY, , H7, 200",
        "INSTITUTION, H1, H1, 200",
        "INSTITUTION, H1, H2, 403 not-your-institution",
        "DEPARTMENT, , H1, 403 not-allowed",
        "PERSON, , H1, 403 not-allowed",
        "AUDITOR, , H1, 403 not-allowed"
    })
    void writesWhereItMayWrite(Role role, String organisation, String institution, String outcome) {
        Call.Answer answer = Call.post(port, "/api/v1/probe/entries", """
                        {"institution": "%s", "date": "2025-01-06", "role": "AGENCY", "points": 3, "heard": true, "items": []}
                        """.formatted(institution))
                .as(tokens.tokenFor(role, organisation, null))
                .with("Idempotency-Key", "k1")
                .answer();

        assertThat(answer.status() == 200 ? "200" : answer.problem()).isEqualTo(outcome);
    }

    @Test
    void nobodySpeaksForSomeoneElse() {
        String body = """
                {"institution": "H1", "date": "2025-01-06", "role": "AGENCY", "points": 12, "heard": true, "items": []}
                """;

        assertThat(Call.post(port, "/api/v1/probe/entries", body)
                        .as(tokens.tokenFor(Role.INSTITUTION))
                        .with("Idempotency-Key", "k1")
                        .answer()
                        .problem())
                .isEqualTo("403 not-in-your-name");
        assertThat(Call.post(port, "/api/v1/probe/entries", body)
                        .as(tokens.tokenFor(Role.AGENCY))
                        .with("Idempotency-Key", "k1")
                        .answer()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aListIsCheckedWhole() {
        assertThat(check("H1", "[\"" + OF_H1 + "\"]").status()).isEqualTo(200);
        assertThat(check("H1", "[\"" + OF_H1 + "\", \"" + STRANGER + "\"]").problem())
                .isEqualTo("403 not-your-person");
    }

    @Test
    void anInstitutionReadsItselfAlone() {
        String token = tokens.tokenFor(Role.INSTITUTION, "H1", null);

        assertThat(Call.get(port, "/api/v1/probe/institutions/H1")
                        .as(token)
                        .answer()
                        .status())
                .isEqualTo(200);
        assertThat(Call.get(port, "/api/v1/probe/institutions/H2")
                        .as(token)
                        .answer()
                        .problem())
                .isEqualTo("403 not-your-institution");
    }

    @ParameterizedTest
    @EnumSource
    void whatNamesNoAbilityIsClosedToEveryone(Role role) {
        assertThat(Call.get(port, "/api/v1/probe/without-rule")
                        .as(tokens.tokenFor(role))
                        .answer()
                        .problem())
                .isEqualTo("403 no-rule");
    }

    @Test
    void whatDoesNotShowWhomItIsAboutIsClosedToRolesWithLimits() {
        assertThat(Call.get(port, "/api/v1/probe/people/unanchored")
                        .as(tokens.tokenFor(Role.INSTITUTION))
                        .answer()
                        .problem())
                .isEqualTo("403 no-rule");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/env", "/actuator", "/actuator/metrics"})
    void whatTellsOfTheProgramIsClosed(String path) {
        assertThat(Call.get(port, path)
                        .as(tokens.tokenFor(Role.AUDITOR))
                        .answer()
                        .problem())
                .isEqualTo("403 no-rule");
    }

    private Call.Answer check(String institution, String people) {
        return Call.post(port, "/api/v1/probe/people/checks", people)
                .as(tokens.tokenFor(Role.INSTITUTION, institution, null))
                .answer();
    }
}
