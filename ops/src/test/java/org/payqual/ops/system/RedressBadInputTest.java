package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.identity.CitizenNumber;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;

/** Appeals, repairs, trainings and restorations entered by the wrong one, of nobody, or in a wrong form. */
class RedressBadInputTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final ScoredPerson PERSON = new ScoredPerson();

    /** Whoever may not do this learns so before anything else is looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DEPARTMENT  | place     | me    | /appeals                    | not-allowed
            AUDITOR     | place     | me    | /appeals                    | not-allowed
            SETTLEMENT  | place     | me    | /appeals                    | not-allowed
            INSTITUTION | elsewhere | me    | /appeals                    | not-your-person
            PERSON      | place     | other | /appeals                    | not-your-person
            INSTITUTION | elsewhere | me    | /appeals/A1/withdrawal      | not-your-person
            PERSON      | place     | other | /appeals/A1/withdrawal      | not-your-person
            INSTITUTION | place     | me    | /appeals/A1/explanation     | not-allowed
            DEPARTMENT  | place     | me    | /appeals/A1/explanation     | not-allowed
            DEPARTMENT  | place     | me    | /appeals/A1/escalation      | not-allowed
            INSTITUTION | place     | me    | /appeals/A1/expert-reviews  | not-allowed
            INSTITUTION | place     | me    | /appeals/A1/decision        | not-allowed
            PERSON      | place     | me    | /appeals/A1/decision        | not-allowed
            PERSON      | place     | me    | /repairs                    | not-allowed
            DEPARTMENT  | place     | me    | /repairs                    | not-allowed
            INSTITUTION | elsewhere | me    | /repairs                    | not-your-person
            INSTITUTION | place     | me    | /repairs/R1/grant           | not-allowed
            DEPARTMENT  | place     | me    | /repairs/R1/refusal         | not-allowed
            PERSON      | place     | me    | /restorations               | not-allowed
            INSTITUTION | place     | me    | /direct-restorations        | not-allowed
            PERSON      | place     | other | /direct-restorations        | not-your-person
            INSTITUTION | place     | me    | /restorations/Q1/pre-review | not-allowed
            INSTITUTION | place     | me    | /restorations/Q1/decision   | not-allowed
            PERSON      | place     | me    | /trainings                  | not-allowed
            INSTITUTION | elsewhere | me    | /trainings                  | not-your-person
            """)
    void whoMayNot(Role role, String organisation, String who, String path, String code) {
        String token = PAYQUAL.token(
                role,
                organisation.equals("place") ? PERSON.place : PERSON.elsewhere,
                who.equals("me") ? PERSON.id : UUID.randomUUID().toString());
        Answer answer = PERSON.send(token, UUID.randomUUID().toString(), path, "{}");
        assertThat(answer.problem()).isEqualTo("403 " + code);
    }

    @Test
    void nobodySpeaksForAnother() {
        String appeal = """
                {"appeal": "A9", "notice": "N1", "by": "%s", "date": "2025-03-12", "ground": "FACTS", "signed": true,
                 "sealed": true}
                """;
        String training = "{\"date\": \"2025-04-01\"%s}";
        assertThat(PERSON.as(Role.PERSON, "/appeals", appeal.formatted("INSTITUTION"))
                        .problem())
                .isEqualTo("403 not-in-your-name");
        assertThat(PERSON.as(Role.INSTITUTION, "/appeals", appeal.formatted("PERSON"))
                        .problem())
                .isEqualTo("403 not-in-your-name");
        assertThat(PERSON.as(Role.INSTITUTION, "/trainings", training.formatted(""))
                        .problem())
                .isEqualTo("403 not-in-your-name");
        assertThat(PERSON.as(
                                Role.INSTITUTION,
                                "/trainings",
                                training.formatted(", \"institution\": \"" + PERSON.second + "\""))
                        .problem())
                .isEqualTo("403 not-in-your-name");
        assertThat(PERSON.as(Role.INSTITUTION, "/repairs", RedressTest.repair("R9", PERSON.second))
                        .problem())
                .isEqualTo("403 not-your-institution");
        assertThat(PERSON.as(Role.INSTITUTION, "/restorations", RedressTest.restoration("Q9", PERSON.second))
                        .problem())
                .isEqualTo("403 not-your-institution");
    }

    @ParameterizedTest
    @CsvSource({"appeals", "repairs", "restorations"})
    void whoMayReadWhatCameOfIt(String list) {
        assertThat(PERSON.ask(Role.PERSON, "/" + list).status()).isEqualTo(200);
        assertThat(PERSON.ask(Role.INSTITUTION, "/" + list).status()).isEqualTo(200);
        assertThat(PERSON.ask(Role.DEPARTMENT, "/" + list).status()).isEqualTo(200);
        assertThat(PERSON.ask(Role.AUDITOR, "/" + list).status()).isEqualTo(200);
        assertThat(PERSON.ask(Role.SETTLEMENT, "/" + list).problem()).isEqualTo("403 not-allowed");
        assertThat(ask(PERSON.elsewhere, "/api/v1/people/" + PERSON.id + "/" + list)
                        .problem())
                .isEqualTo("403 not-your-person");
        assertThat(PAYQUAL.ask(Role.AGENCY, "/people/" + UUID.randomUUID() + "/" + list)
                        .problem())
                .isEqualTo("404 unknown-person");
        assertThat(PERSON.ask(Role.AGENCY, "/" + list + "?validAt=2025-02-30").problem())
                .isEqualTo("400 date-invalid");
        assertThat(PERSON.ask(Role.AGENCY, "/" + list + "?asOf=999999999").problem())
                .isEqualTo("404 unknown-position");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /appeals                    | {"notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS", "signed": true, "sealed": true} | field-missing | appeal
            /appeals                    | {"appeal": "A9", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS", "signed": true} | field-missing | sealed
            /appeals                    | {"appeal": "A9", "notice": "N1", "by": "NOBODY", "date": "2025-03-12", "ground": "FACTS", "signed": true, "sealed": true} | value-unknown | by
            /appeals                    | {"appeal": "A9", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "LUCK", "signed": true, "sealed": true} | value-unknown | ground
            /appeals                    | {"appeal": "A 9", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS", "signed": true, "sealed": true} | field-invalid | appeal
            /appeals                    | {"appeal": "A9", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS", "signed": true, "sealed": true, "statement": " \u3000"} | field-invalid | statement
            /appeals/A1/explanation     | {} | field-missing | date
            /appeals/A1/explanation     | {"date": "2025-03-12", "explanation": ""} | field-invalid | explanation
            /appeals/A1/escalation      | {"date": "2025-02-30"} | date-invalid | date
            /appeals/A1/expert-reviews  | {"opinion": "x"} | field-missing | date
            /appeals/A1/decision        | {"date": "2025-03-12"} | field-missing | outcome
            /appeals/A1/decision        | {"date": "2025-03-12", "outcome": "REVOKED", "by": "DEPARTMENT"} | field-unknown | by
            /appeals/A1/decision        | {"date": "2025-03-12", "outcome": "ADJUSTED", "findings": []} | field-invalid | findings
            /appeals/A1/decision        | {"date": "2025-03-12", "outcome": "ADJUSTED", "findings": [{"violation": "V1"}]} | field-missing | findings[0].circumstance
            /appeals/A1/withdrawal      | {} | field-missing | date
            /repairs                    | {"repair": "R9", "date": "2025-03-12", "institution": "H1", "path": "ACTIVITY", "approved": true} | field-missing | evidence
            /repairs                    | {"repair": "R9", "date": "2025-03-12", "institution": "H1", "path": "PRAYER", "approved": true, "evidence": {}} | value-unknown | path
            /repairs                    | {"repair": "R9", "date": "2025-03-12", "institution": "H1", "path": "ACTIVITY", "points": 0, "approved": true, "evidence": {}} | field-invalid | points
            /repairs                    | {"repair": "R9", "date": "2025-03-12", "institution": "H1", "path": "ACTIVITY", "approved": true, "evidence": {"examScore": 101}} | field-invalid | evidence.examScore
            /repairs/R1/grant           | {"date": "2025-03-12", "rectified": true} | field-missing | shorten
            /repairs/R1/refusal         | {"date": "2025-03-12", "reason": "  "} | field-invalid | reason
            /restorations               | {"restoration": "Q9", "date": "2025-03-12", "institution": "H1"} | field-missing | approved
            /direct-restorations        | {"restoration": "Q9", "date": "2025-03-12", "institution": "H1"} | field-unknown | institution
            /restorations/Q1/pre-review | {"date": "2025-03-12"} | field-missing | passed
            /restorations/Q1/decision   | {"date": "2025-03-12", "granted": "yes"} | value-invalid | granted
            /trainings                  | {"date": "2025-03-12", "institution": "h1"} | field-invalid | institution
            """)
    void whatHasAWrongForm(String path, String body, String code, String field) {
        Answer answer = PERSON.as(Role.AGENCY, path, body);
        assertThat(answer.problem()).as(answer.text()).isEqualTo("400 " + code);
        assertThat(answer.field()).isEqualTo(field);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /appeals                  | {"appeal": "A9", "notice": "N9", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS", "signed": true, "sealed": true} | 404 unknown-notice
            /appeals                  | {"appeal": "A9", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS", "signed": false, "sealed": true} | 422 appeal-unsigned
            /appeals                  | {"appeal": "A9", "notice": "N1", "by": "PERSON", "date": "2025-03-02", "ground": "FACTS", "signed": true, "sealed": true} | 409 date-too-early
            /appeals/A9/explanation   | {"date": "2025-03-12"} | 404 unknown-appeal
            /appeals/A9/escalation    | {"date": "2025-03-12"} | 404 unknown-appeal
            /appeals/A9/expert-reviews| {"date": "2025-03-12"} | 404 unknown-appeal
            /appeals/A9/decision      | {"date": "2025-03-12", "outcome": "REVOKED"} | 404 unknown-appeal
            /appeals/A9/withdrawal    | {"date": "2025-03-12"} | 404 unknown-appeal
            /repairs                  | {"repair": "R9", "date": "2025-03-12", "institution": "NOWHERE9", "path": "ACTIVITY", "approved": true, "evidence": {"activity": "X1"}} | 404 unknown-institution
            /repairs/R9/grant         | {"date": "2025-03-12", "rectified": true, "shorten": false} | 404 unknown-repair
            /repairs/R9/refusal       | {"date": "2025-03-12"} | 404 unknown-repair
            /restorations             | {"restoration": "Q9", "date": "2025-03-12", "institution": "NOWHERE9", "approved": true} | 404 unknown-institution
            /restorations/Q9/pre-review | {"date": "2025-03-12", "passed": true} | 404 unknown-restoration
            /restorations/Q9/decision | {"date": "2025-03-12", "granted": true} | 404 unknown-restoration
            /trainings                | {"date": "2025-03-12", "institution": "NOWHERE9"} | 404 unknown-institution
            """)
    void whatIsUnknownOrOutOfOrder(String path, String body, String problem) {
        Answer answer = PERSON.as(Role.AGENCY, path, body);
        assertThat(answer.problem()).as(answer.text()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"/appeals", "/repairs", "/direct-restorations", "/trainings"})
    void aPersonWhoIsUnknown(String path) {
        String body = switch (path) {
            case "/appeals" -> """
                {"appeal": "A9", "notice": "N9", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS",
                 "signed": true, "sealed": true}
                """;
            case "/repairs" -> RedressTest.repair("R9", PERSON.place);
            case "/trainings" -> "{\"date\": \"2025-03-12\", \"institution\": \"" + PERSON.place + "\"}";
            default -> "{\"restoration\": \"Q9\", \"date\": \"2025-03-12\"}";
        };
        assertThat(PAYQUAL.command(Role.AGENCY, "/people/" + UUID.randomUUID() + path, body)
                        .problem())
                .isEqualTo("404 unknown-person");
    }

    @Test
    void aNumberPastedIntoAnIdIsRefusedBeforeItIsStored() {
        String first = "12010119900307001";
        String number = first + CitizenNumber.checkDigit(first);
        Answer repair = PERSON.as(Role.AGENCY, "/repairs", RedressTest.repair(number, PERSON.place));
        Answer activity = PERSON.as(
                Role.AGENCY,
                "/repairs",
                RedressTest.repair("R9", PERSON.place).replace("\"hours\": 8", "\"activity\": \"" + number + "\""));
        Answer restoration = PERSON.as(Role.AGENCY, "/restorations", RedressTest.restoration(number, PERSON.place));
        assertThat(repair.problem() + " " + repair.field()).isEqualTo("400 field-invalid repair");
        assertThat(activity.problem() + " " + activity.field()).isEqualTo("400 field-invalid evidence.activity");
        assertThat(restoration.problem() + " " + restoration.field()).isEqualTo("400 field-invalid restoration");
        assertThat(repair.text() + activity.text() + restoration.text()).doesNotContain(first);
    }

    private static Answer ask(String institution, String path) {
        return Call.get(PAYQUAL.port(), path)
                .as(PAYQUAL.token(Role.INSTITUTION, institution, null))
                .answer();
    }
}
