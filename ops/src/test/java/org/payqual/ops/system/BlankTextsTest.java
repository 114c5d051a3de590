package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call.Answer;

/** A text of nothing but white space is told so, whichever field holds it, and nothing is recorded of the rest. */
class BlankTextsTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();
    private static final ScoredPerson PERSON = new ScoredPerson();
    private static final String CODE =
            "B" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /institutions                  | {"code": "CODE", "name": "BLANK", "kind": "HOSPITAL", "publiclyOwned": true, "region": "120101", "agreementSigned": "2025-01-02"} | field-invalid name
            /people                        | {"documentType": "PASSPORT", "documentNumber": "CHE-CODE", "name": "BLANK"} | name-form name
            /people                        | {"documentType": "PASSPORT", "documentNumber": "BLANK", "name": "示例"} | number-missing documentNumber
            /handlings/CODE/overturning    | {"date": "2025-03-12", "reason": "BLANK"} | field-invalid reason
            PERSON/entries/1/correction    | {"date": "2025-03-12", "reason": "BLANK"} | field-invalid reason
            PERSON/identity/correction     | {"documentType": "PASSPORT", "documentNumber": "CHE-CODE", "name": "例示", "formerDocument": "MISTAKEN", "date": "2025-03-12", "reason": "BLANK"} | field-invalid reason
            PERSON/identity/correction     | {"documentType": "PASSPORT", "documentNumber": "CHE-CODE", "name": "BLANK", "formerDocument": "MISTAKEN", "date": "2025-03-12", "reason": "x"} | name-form name
            PERSON/identity/correction     | {"documentType": "PASSPORT", "documentNumber": "BLANK", "name": "例示", "formerDocument": "MISTAKEN", "date": "2025-03-12", "reason": "x"} | number-missing documentNumber
            PERSON/notices                 | {"notice": "N8", "handling": "H8", "institutionHeard": true, "findings": [{"violation": "V1", "circumstance": "TJ-26.3", "responsibility": "GENERAL", "actedTo": "2025-01-20", "reason": "BLANK"}]} | field-invalid findings[0].reason
            PERSON/notices                 | {"notice": "N8", "handling": "H8", "institutionHeard": true, "monthsReason": "BLANK", "findings": [{"violation": "V1", "circumstance": "TJ-26.1", "responsibility": "GENERAL", "actedTo": "2025-01-20"}]} | field-invalid monthsReason
            PERSON/appeals                 | {"appeal": "A8", "notice": "N1", "by": "PERSON", "date": "2025-03-12", "ground": "FACTS", "signed": true, "sealed": true, "statement": "BLANK"} | field-invalid statement
            PERSON/appeals/A8/explanation  | {"date": "2025-03-12", "explanation": "BLANK"} | field-invalid explanation
            PERSON/appeals/A8/expert-reviews | {"date": "2025-03-12", "opinion": "BLANK"} | field-invalid opinion
            PERSON/appeals/A8/decision     | {"date": "2025-03-12", "outcome": "UPHELD", "reason": "BLANK"} | field-invalid reason
            PERSON/repairs/R8/refusal      | {"date": "2025-03-12", "reason": "BLANK"} | field-invalid reason
            PERSON/restorations/Q8/pre-review | {"date": "2025-03-12", "passed": false, "reason": "BLANK"} | field-invalid reason
            PERSON/restorations/Q8/decision | {"date": "2025-03-12", "granted": false, "reason": "BLANK"} | field-invalid reason
            """)
    void aBlankTextIsRefused(String path, String body, String fault) {
        for (String blank : new String[] {" ", "", "\\t\\n", "　"}) {
            Answer answer = PAYQUAL.command(
                    Role.AGENCY,
                    path.replace("PERSON", "/people/" + PERSON.id).replace("CODE", CODE),
                    body.replace("CODE", CODE).replace("BLANK", blank));
            assertThat(answer.problem() + " " + answer.field())
                    .as(answer.text())
                    .isEqualTo("400 " + fault);
        }
        assertThat(PAYQUAL.ask(Role.AGENCY, "/institutions/" + CODE + "/people").problem())
                .as("nothing is recorded of an institution whose name is blank")
                .isEqualTo("404 unknown-institution");
    }
}
