package org.payqual.ops.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.domain.ledger.Role;
import org.payqual.ops.access.sample.SampleTokens;
import org.payqual.ops.postgres.TestPostgres;
import org.payqual.ops.probe.Call;
import org.payqual.ops.probe.ProbeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Every reading of people is on record, whatever came of it, and stays there. */
@ProbeTest
class ReadingsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SampleTokens tokens;

    @Autowired
    private JdbcTemplate ledger;

    @Autowired
    private TestPostgres.Database database;

    @Test
    void anAnswerIsOnRecord() {
        String person = someone();
        Call.Answer answer = read(person, "?validAt=2025-03-04", Role.AGENCY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(reading(person))
                .containsEntry("issuer", "http://localhost/sample-issuer")
                .containsEntry("subject", "sample-agency:sample-agency-office")
                .containsEntry("role", "AGENCY")
                .containsEntry("organisation", "sample-agency-office")
                .containsEntry("ability", "READ_STANDING")
                .containsEntry("valid_at", "2025-03-04")
                .containsEntry("as_of", "7")
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("correlation", answer.header("X-Correlation-Id").orElseThrow());
    }

    @Test
    void aRefusalIsOnRecord() {
        String person = someone();

        assertThat(read(person, "", Role.INSTITUTION).status()).isEqualTo(403);
        assertThat(reading(person)).containsEntry("outcome", "REFUSED").containsEntry("organisation", "H1");
    }

    @Test
    void aReadingThatCouldNotBeDecidedIsNoRefusal() {
        String person = someone();
        Call.Answer answer = Call.get(port, "/api/v1/probe/people/" + person)
                .as(tokens.tokenFor(Role.INSTITUTION, "H503", null))
                .answer();

        assertThat(answer.problem()).isEqualTo("503 position-not-reached");
        assertThat(reading(person)).containsEntry("outcome", "UNANSWERED");
    }

    @Test
    void aSearchForNobodyIsOnRecord() {
        String person = someone().substring(0, 33) + "404";

        assertThat(read(person, "", Role.AGENCY).problem()).isEqualTo("404 unknown-person");
        assertThat(reading(person)).containsEntry("outcome", "UNKNOWN");
    }

    @Test
    void aFailedReadingIsOnRecord() {
        String person = someone();

        assertThat(read(person, "?validAt=never", Role.AGENCY).problem()).isEqualTo("400 date-invalid");
        assertThat(reading(person)).containsEntry("outcome", "UNANSWERED");
    }

    @Test
    void aHandlerThatForgetsTheRecordAnswersNobody() {
        String person = someone().substring(0, 33) + "500";
        Call.Answer answer = read(person, "", Role.AGENCY);

        assertThat(answer.problem()).isEqualTo("500 fault");
        assertThat(answer.text()).doesNotContain(person);
        assertThat(reading(person)).containsEntry("outcome", "UNANSWERED");
    }

    @Test
    void aListIsOnRecordWhole() {
        String one = someone();
        String other = someone();
        Call.post(port, "/api/v1/probe/people/checks", "[\"" + one + "\", \"" + other + "\"]")
                .as(tokens.tokenFor(Role.SETTLEMENT))
                .answer();

        assertThat(reading(one)).isEqualTo(reading(other)).containsEntry("outcome", "ANSWERED");
    }

    @Test
    void withoutTheRecordThereIsNoAnswer() {
        try {
            asSuperuser("ALTER TABLE access.reading RENAME TO away");
            Call.Answer answer = read(someone(), "", Role.AGENCY);

            assertThat(answer.problem()).isEqualTo("503 store-away");
            assertThat(answer.text()).doesNotContain("validAt");
        } finally {
            asSuperuser("ALTER TABLE access.away RENAME TO reading");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access.reading SET outcome = 'ANSWERED'",
                "DELETE FROM access.reading",
                "TRUNCATE access.reading",
                "INSERT INTO access.reading (issuer, subject, role, ability, people, outcome, read_at)"
                        + " VALUES ('i', 's', 'AGENCY', 'READ_STANDING', '{}', 'ANSWERED', '2020-01-01')"
            })
    void theRecordCannotBeChangedOrBackdated(String change) {
        assertThatThrownBy(() -> ledger.update(change)).isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE access.reading SET outcome = 'ANSWERED'",
                "DELETE FROM access.reading",
                "TRUNCATE access.reading"
            })
    void evenTheOwnerIsStopped(String change) {
        assertThatThrownBy(() -> asSuperuser(change)).hasStackTraceContaining("never changes");
    }

    private Call.Answer read(String person, String query, Role role) {
        return Call.get(port, "/api/v1/probe/people/" + person + query)
                .as(tokens.tokenFor(role))
                .answer();
    }

    private static String someone() {
        return UUID.randomUUID().toString();
    }

    private Map<String, String> reading(String person) {
        return ledger.queryForObject(
                """
                SELECT issuer, subject, role, organisation, ability, valid_at::text, as_of::text, outcome, correlation
                FROM access.reading WHERE people @> ARRAY[?::text]
                """,
                (row, number) -> {
                    Map<String, String> values = new TreeMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        values.put(row.getMetaData().getColumnName(i), row.getString(i));
                    }
                    return values;
                },
                person);
    }

    private void asSuperuser(String sql) {
        try (var connection = TestPostgres.superuser(database.name())) {
            new JdbcTemplate(new SingleConnectionDataSource(connection, true)).execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
