package org.payqual.ops.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.Call.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Making a person known who is known already tells something of them, and leaves a trace. */
class KnownPeopleTest {

    private static final RunningPayqual PAYQUAL = RunningPayqual.shared();

    private final ScoredPerson person = new ScoredPerson();

    @Test
    void whoLearnsThatAPersonIsKnownHasReadThat() {
        Answer again = identify("示例");
        Answer otherName = identify("例示");

        assertThat(again.status()).isEqualTo(200);
        assertThat(otherName.problem()).isEqualTo("409 name-differs");
        assertThat(readings())
                .containsExactly(
                        "INSTITUTION IDENTIFY " + again.json().path("position").asLong() + " ANSWERED",
                        "INSTITUTION IDENTIFY UNANSWERED");
    }

    @Test
    void whoLearnsThatADocumentIsAnothersHasReadThat() {
        String taken = "CHE-T" + person.run;
        Answer other = Call.post(PAYQUAL.port(), "/api/v1/people", passport(taken, "别人"))
                .as(PAYQUAL.token(Role.AGENCY))
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .answer();
        Answer correction = PAYQUAL.command(
                Role.AGENCY,
                "/people/" + person.id + "/identity/correction",
                passport(taken, "示例")
                        .replace(
                                "{",
                                "{\"formerDocument\":\"MISTAKEN\",\"date\":\"2025-03-12\"," + "\"reason\":\"录入有误\","));

        assertThat(other.status()).isEqualTo(201);
        assertThat(correction.problem()).isEqualTo("409 document-of-another");
        assertThat(readings()).containsExactly("AGENCY CORRECT_IDENTITY UNANSWERED");
        assertThat(readings(other.json().path("id").asString()))
                .as("of the holder, too")
                .containsExactly("AGENCY CORRECT_IDENTITY UNANSWERED");
    }

    private static String passport(String number, String name) {
        return "{\"documentType\":\"PASSPORT\",\"documentNumber\":\"" + number + "\",\"name\":\"" + name + "\"}";
    }

    private Answer identify(String name) {
        return Call.post(PAYQUAL.port(), "/api/v1/people", passport("CHE-" + person.run, name))
                .as(PAYQUAL.token(Role.INSTITUTION, person.elsewhere, null))
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .answer();
    }

    /** Lists who read what of the person, in order, past the histories that these tests read themselves. */
    private List<String> readings() {
        return readings(person.id);
    }

    private static List<String> readings(String id) {
        return JdbcClient.create(PAYQUAL.part(HikariDataSource.class))
                .sql("""
                        SELECT concat_ws(' ', role, ability, as_of, outcome) FROM access.reading
                        WHERE ? = ANY (people) AND ability <> 'READ_HISTORY' ORDER BY id
                        """)
                .param(id)
                .query(String.class)
                .list();
    }
}
