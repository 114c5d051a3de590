package org.payqual.ops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Target;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.ops.postgres.TestPostgres;
import org.springframework.dao.DataIntegrityViolationException;

/** The program appends nothing that cannot be sealed; what somebody else did stops all writes, not the writers. */
class SealableTest {

    private static final PersonCommand IDENTIFY = new PersonCommand.Identify("PASSPORT");
    private static final String PROVENANCE = "{\"issuer\":\"i\",\"subject\":\"s\"}";

    private TestPostgres.Database database;
    private TestStore store;

    @BeforeEach
    void start() {
        database = TestPostgres.create();
        store = new TestStore(database);
    }

    @AfterEach
    void stop() {
        store.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "person, person/, s",
        "person, person/a/b, s",
        "person, a, s",
        "person, law/a, s",
        "nobody, nobody/a, s",
        "person, person/a, half",
        "person, person/a, none"
    })
    void whatHasNoLeafIsNotAppended(String type, String stream, String subject) {
        Map<String, String> metadata = switch (subject) {
            case "half" -> Map.of("issuer", "i", "subject", "half a letter: \ud83d");
            case "none" -> Map.of("issuer", "i");
            default -> Map.of("issuer", "i", "subject", subject);
        };
        EventStore events = store.part(EventStore.class);
        assertThatThrownBy(() -> events.publish(new GenericDomainEventMessage<>(
                        type, stream, 0, new PersonEvent.Identified("PASSPORT"), metadata)))
                .isInstanceOf(RuntimeException.class);
        assertThat(count()).isEqualTo(sealed());
        assertThat(store.submit(Target.person("next"), "k", IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
        assertThat(store.part(Sealing.class)
                        .await(Target.person("next").stream().type(), "next", 0))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person/a/b | {"issuer": "i", "subject": "s"}
            person/    | {"issuer": "i", "subject": "s"}
            person/a   | not JSON
            person/a   | ["issuer"]
            person/a   | {"issuer": "i", "issuer": "i"}
            """)
    void norByAnotherHandWithTheLedgersRole(String stream, String metadata) {
        assertThatThrownBy(() -> insert(stream, metadata)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whenSealingStoppedNothingIsRecordedAndNobodyWaits() throws SQLException {
        try (Connection owner = TestPostgres.superuser(database.name());
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE ledger.domain_event_entry DROP CONSTRAINT metadata_of_strings");
        }
        store.submit(Target.person("before"), "k", IDENTIFY);
        insert("person/unsealable", "{\"issuer\": {\"nested\": \"s\"}}");
        Sealing sealing = store.part(Sealing.class);
        await().atMost(Duration.ofSeconds(30)).until(sealing::stopped);
        long events = count();
        assertThatThrownBy(() -> store.submit(Target.person("after"), "k", IDENTIFY))
                .isInstanceOfSatisfying(ProblemException.class, SealableTest::saysThatSealingStopped);
        assertThat(count()).isEqualTo(events);
        insert("person/at-the-same-moment", PROVENANCE);
        assertThatThrownBy(() -> store.recorder().sealed(Target.person("at-the-same-moment"), 0))
                .as("recorded, and never sealed")
                .isInstanceOfSatisfying(ProblemException.class, SealableTest::saysThatSealingStopped);
    }

    private static void saysThatSealingStopped(ProblemException thrown) {
        assertThat(thrown.problem())
                .isInstanceOfSatisfying(
                        Problem.NotYet.class, it -> assertThat(it.code()).isEqualTo("sealing-stopped"));
    }

    private void insert(String stream, String metadata) {
        store.jdbc()
                .sql("""
                        INSERT INTO ledger.domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                            type, time_stamp, payload_type, payload_revision, payload, meta_data)
                        VALUES (?, ?, 0, 'person', '2026-01-01T00:00:00.000Z', 'person.example', '1', ?, ?)
                        """)
                .params(
                        UUID.randomUUID().toString(),
                        stream,
                        "{}".getBytes(StandardCharsets.UTF_8),
                        metadata.getBytes(StandardCharsets.UTF_8))
                .update();
    }

    private long count() {
        return number("SELECT count(*) FROM ledger.domain_event_entry");
    }

    private long sealed() {
        await().atMost(Duration.ofSeconds(30)).until(() -> number("SELECT count(*) FROM ledger.log") == count());
        return number("SELECT count(*) FROM ledger.log");
    }

    private long number(String sql) {
        return store.jdbc().sql(sql).query(Long.class).single();
    }
}
