package org.payqual.ops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Target;
import org.payqual.command.dispatch.UnreadableStreams;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.ops.postgres.TestPostgres;
import org.springframework.boot.health.contributor.Status;

/** An event in the store that cannot follow stops its own stream, and no other. */
class UnreadableHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);
    private static final PersonCommand COMMIT = new PersonCommand.Commit("H1", DAY);

    private record Row(String name, String revision, String payload) {}

    @Test
    void whatCannotFollowStopsOnePersonAndTurnsHealthRed() {
        List<Row> rows = List.of(
                new Row(
                        "person.identified",
                        "1",
                        "{\"salt\":\"00000000000000000000000000000001\"," + "\"documentType\":\"PASSPORT\"}"),
                new Row("person.restored", "1", "{\"salt\":\"00000000000000000000000000000001\"}"),
                new Row("person.identified", "9", "{\"salt\":\"00000000000000000000000000000001\"}"),
                new Row(
                        "institution.agreement-renewed",
                        "1",
                        "{\"salt\":\"00000000000000000000000000000001\"," + "\"signed\":\"2025-01-02\"}"),
                new Row("person.identified", "1", "not JSON at all"));
        try (TestPostgres.Database database = TestPostgres.create();
                TestStore store = new TestStore(database)) {
            store.submit(
                    Target.institution("H1"),
                    "d",
                    new InstitutionCommand.Designate(InstitutionKind.HOSPITAL, true, "120101", DAY, null));
            assertThat(store.part(UnreadableStreamsHealth.class).health().getStatus())
                    .isEqualTo(Status.UP);
            for (int i = 0; i < rows.size(); i++) {
                Target<PersonCommand> person = Target.person("stopped-" + i);
                store.submit(person, "k", new PersonCommand.Identify("PASSPORT"));
                insert(store, "person/stopped-" + i, rows.get(i));
                assertThatThrownBy(() -> store.submit(person, "c", COMMIT))
                        .as(rows.get(i).name())
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                it -> assertThat(it.problem())
                                        .isInstanceOfSatisfying(
                                                Problem.NotYet.class,
                                                problem -> assertThat(problem.code())
                                                        .isEqualTo("history-malformed")));
            }
            assertThat(store.part(UnreadableStreams.class).found()).hasSize(rows.size());
            assertThat(store.part(UnreadableStreamsHealth.class).health().getStatus())
                    .isEqualTo(Status.DOWN);
            store.submit(Target.person("sound"), "k", new PersonCommand.Identify("PASSPORT"));
            assertThat(store.submit(Target.person("sound"), "c", COMMIT)).isEqualTo(new Outcome.Recorded(1));
        }
    }

    private static void insert(TestStore store, String stream, Row row) {
        store.jdbc()
                .sql("""
                        INSERT INTO ledger.domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                            type, time_stamp, payload_type, payload_revision, payload, meta_data)
                        VALUES (?, ?, 1, 'person', '2026-01-01T00:00:00.000Z', ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID().toString(),
                        stream,
                        row.name(),
                        row.revision(),
                        row.payload().getBytes(StandardCharsets.UTF_8),
                        "{\"issuer\":\"i\",\"subject\":\"s\"}".getBytes(StandardCharsets.UTF_8))
                .update();
    }
}
