package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;

/**
 * Somebody who works at two institutions and was scored at the first, with a penalty of 9 points on 2025-03-03 and a
 * suspension until 2025-05-03 by it.
 */
final class ScoredPerson {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();

    final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    final String place = "S" + run;
    final String second = "T" + run;
    final String elsewhere = "E" + run;
    final String id;

    ScoredPerson() {
        for (String institution : List.of(place, second, elsewhere)) {
            ok(by(Role.AGENCY, "/institutions", """
                    {"code": "%s", "kind": "HOSPITAL", "publiclyOwned": true, "region": "120101",
                     "agreementSigned": "2025-01-02"}
                    """.formatted(institution)));
        }
        id = ok(by(
                        Role.AGENCY,
                        "/people",
                        "{\"documentType\": \"PASSPORT\", \"documentNumber\": \"CHE-" + run + "\", \"name\": \"示例\"}"))
                .json()
                .path("id")
                .asString();
        for (String institution : List.of(place, second)) {
            ok(as(Role.AGENCY, "/commitments", "{\"institution\": \"" + institution + "\", \"date\": \"2025-01-06\"}"));
            ok(as(Role.AGENCY, "/registrations", """
                    {"institution": "%s", "from": "2025-01-07", "content": {"role": "MEDICAL", "primary": %s}}
                    """.formatted(institution, institution.equals(place))));
        }
        ok(by(
                Role.DEPARTMENT,
                "/inspections",
                "{\"id\": \"I-" + run + "\", \"institution\": \"" + place + "\", \"opened\": \"2025-02-03\"}"));
        ok(by(Role.DEPARTMENT, "/handlings", """
                {"id": "H-%s", "inspection": "I-%s", "institution": "%s", "kind": "ADMINISTRATIVE_PENALTY",
                 "date": "2025-03-03", "articles": [38, 39, 40]}
                """.formatted(run, run, place)));
        ok(as(Role.AGENCY, "/notices", """
                {"notice": "N1", "handling": "H-%s", "institutionHeard": true, "findings": [
                  {"violation": "V1", "circumstance": "TJ-28.1", "responsibility": "PRIMARY",
                   "actedTo": "2025-01-24"}]}
                """.formatted(run)));
    }

    /** Sends a command about the person, in a role: as the first institution, the person, or the usual office. */
    Answer as(Role role, String path, String body) {
        String organisation = role == Role.INSTITUTION ? place : null;
        return send(PAYQUAL.token(role, organisation, id), UUID.randomUUID().toString(), path, body);
    }

    /** Sends a command about the person as another department than the usual one. */
    Answer asDepartment(String organisation, String path, String body) {
        return send(
                PAYQUAL.token(Role.DEPARTMENT, organisation, null),
                UUID.randomUUID().toString(),
                path,
                body);
    }

    /** Sends a command about the person as an institution. */
    Answer asInstitution(String institution, String path, String body) {
        return send(
                PAYQUAL.token(Role.INSTITUTION, institution, null),
                UUID.randomUUID().toString(),
                path,
                body);
    }

    /** Sends a command about the person. */
    Answer send(String token, String key, String path, String body) {
        return Call.post(PAYQUAL.port(), "/api/v1/people/" + id + path, body)
                .as(token)
                .with("Idempotency-Key", key)
                .answer();
    }

    /** Asks about the person in a role. */
    Answer ask(Role role, String path) {
        return Call.get(PAYQUAL.port(), "/api/v1/people/" + id + path)
                .as(PAYQUAL.token(role, place, id))
                .answer();
    }

    /** Asks about the person as the agency, and gets an answer. */
    Answer read(String path) {
        Answer answer = ask(Role.AGENCY, path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    /** Has an appeal received by the agency. */
    void appeals(String appeal, String by) {
        ok(as(Role.AGENCY, "/appeals", """
                {"appeal": "%s", "notice": "N1", "by": "%s", "date": "2025-03-12", "ground": "FACTS",
                 "signed": true, "sealed": true}
                """.formatted(appeal, by)));
    }

    private static Answer by(Role role, String path, String body) {
        return PAYQUAL.command(role, path, body);
    }

    /** Makes sure that something was recorded. */
    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
