package org.payqual.ops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.store.TestStore.CLERK;
import static org.payqual.ops.store.TestStore.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Recorded;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.Events;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.LedgerOpened;
import org.payqual.domain.ledger.Provenance;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.ops.postgres.StartRefused;
import org.payqual.ops.postgres.TestPostgres;

class StoreTest {

    private static final PersonCommand IDENTIFY = new PersonCommand.Identify("RESIDENT_ID");

    private static TestPostgres.Database database;
    private static TestStore store;

    @BeforeAll
    static void start() {
        database = TestPostgres.create();
        store = new TestStore(database);
    }

    @AfterAll
    static void stop() {
        store.close();
        database.close();
    }

    @Test
    void everyPartIsTheOneThatIsMeant() throws Exception {
        EventStore events = store.part(EventStore.class);
        assertThat(events).isExactlyInstanceOf(EmbeddedEventStore.class);
        assertThat(ReflectionUtils.<Object>getMemberValue(
                        events.getClass().getSuperclass().getDeclaredField("storageEngine"), events))
                .isExactlyInstanceOf(LedgerEngine.class)
                .isInstanceOf(JdbcEventStorageEngine.class);
        assertThat(store.part(LedgerEngine.class).getEventSerializer()).isExactlyInstanceOf(LedgerSerializer.class);
        assertThat(store.part(TokenStore.class)).isExactlyInstanceOf(JdbcTokenStore.class);
        CommandBus bus = store.part(CommandBus.class);
        assertThat(bus).isExactlyInstanceOf(SimpleCommandBus.class);
        assertThat(ReflectionUtils.<Object>getMemberValue(bus.getClass().getDeclaredField("transactionManager"), bus))
                .isExactlyInstanceOf(NoTransactionManager.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
                "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration",
                "org.axonframework.config.DefaultConfigurer",
                "org.axonframework.axonserver.connector.AxonServerConnectionManager",
                "com.thoughtworks.xstream.XStream"
            })
    void whatWouldConfigureItselfIsNotThere(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void nothingKeepsTheProgramAliveOrCallsHome() {
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(it -> !it.isDaemon())
                        .map(it -> it.getName().toLowerCase(Locale.ROOT)))
                .noneMatch(it -> it.contains("axon") || it.contains("janitor") || it.contains("update"));
    }

    @Test
    void theFirstStartOpensTheLedgerAtPositionZeroAndASampleAdoptsItsLaw() {
        OpenedLedger opened = store.part(OpenedLedger.class);
        assertThat(opened.sample()).isTrue();
        assertThat(store.recorder().sealed(Target.ledger(opened.id()), 0).position())
                .isEqualTo(OptionalLong.of(0));
        assertThat(store.law().current().rulebooks().byId("tianjin-2025")).isPresent();
        assertThat(store.law().current().calendars().all()).hasSize(2);
        assertThat(store.law().current().version()).isEqualTo(2);
        try (TestStore again = new TestStore(database)) {
            assertThat(again.part(OpenedLedger.class)).isEqualTo(opened);
            assertThat(again.law().current().version()).isEqualTo(2);
        }
        assertThatThrownBy(() -> new TestStore(database, it -> it, Map.of("payqual.sample", "false")))
                .hasRootCauseInstanceOf(StartRefused.class);
    }

    @Test
    void aLedgerOnAnotherPostgresIsRealAndAdoptsNothingByItself() {
        try (TestPostgres.Database own = TestPostgres.create();
                TestStore real = new TestStore(own, it -> it, Map.of("spring.datasource.url", "elsewhere"))) {
            assertThat(real.part(OpenedLedger.class).sample()).isFalse();
            assertThat(real.law().current().version()).isEqualTo(-1);
        }
    }

    @Test
    void eventsAreStoredUnderTheirRegisteredNamesByTheCodec() {
        Recorded recorded = store.recorder()
                .record(Target.person("stored"), "identify", "x", submission("k-1"), digest -> IDENTIFY);
        assertThat(recorded.version()).isZero();
        assertThat(recorded.position()).isPresent();
        Map<String, Object> row = store.jdbc().sql("""
                        SELECT type, payload_type, payload_revision, time_stamp, payload, meta_data
                        FROM ledger.domain_event_entry WHERE aggregate_identifier = 'person/stored'
                        """).query().singleRow();
        assertThat(row)
                .containsEntry("type", "person")
                .containsEntry("payload_type", "person.identified")
                .containsEntry("payload_revision", "1");
        byte[] payload = (byte[]) row.get("payload");
        assertThat(Events.codec().decode("person.identified", 1, payload))
                .isEqualTo(new PersonEvent.Identified("RESIDENT_ID"));
        assertThat(EventCodec.saltOf(payload).hex()).hasSize(32);
        Provenance provenance = Provenance.decode((byte[]) row.get("meta_data"));
        assertThat(provenance.subject()).isEqualTo(CLERK.subject());
        assertThat(provenance.keyDigest()).startsWith("1.").doesNotContain("k-1");
        assertThat(provenance.correlation()).isNotNull();
        DomainEventMessage<?> read =
                store.part(EventStore.class).readEvents("person/stored").next();
        assertThat(Instant.parse((String) row.get("time_stamp")))
                .isEqualTo(read.getTimestamp())
                .isEqualTo(read.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void anEventKnowsMillisecondsBeforeItIsStored() {
        Instant made = GenericDomainEventMessage.clock.instant();
        assertThat(made).isEqualTo(made.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void metadataThatIsNotOnTheListIsRefused() {
        EventStore events = store.part(EventStore.class);
        assertThatThrownBy(() -> events.publish(new GenericDomainEventMessage<>(
                        "person",
                        "person/traced",
                        0,
                        new PersonEvent.Identified("PASSPORT"),
                        Map.of("issuer", "i", "subject", "s", "traceId", "t"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> events.publish(
                        new GenericDomainEventMessage<>("person", "person/other", 0, "a string", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(events.lastSequenceNumberFor("person/traced")).isEmpty();
    }

    @Test
    void idsOfDifferentKindsOfStreamsNeverMeet() {
        LocalDate day = LocalDate.of(2025, 1, 2);
        assertThat(store.submit(Target.person("SAME"), "k", IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
        assertThat(store.submit(
                        Target.institution("SAME"),
                        "k",
                        new InstitutionCommand.Designate(InstitutionKind.PHARMACY, false, "120102", day, null)))
                .isEqualTo(new Outcome.Recorded(0));
        assertThat(store.part(EventStore.class)
                        .readEvents("institution/SAME")
                        .asStream()
                        .map(it -> (Object) it.getPayload()))
                .singleElement()
                .isInstanceOf(InstitutionEvent.Designated.class);
    }

    @Test
    void aTokenOfAProcessorThatReplaysIsReadBack() {
        TokenStore tokens = store.part(TokenStore.class);
        TrackingToken position = new GlobalSequenceTrackingToken(7);
        TrackingToken replaying = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(90), position);
        tokens.initializeTokenSegments("replayed", 1, position);
        tokens.storeToken(replaying, "replayed", 0);
        assertThat(tokens.fetchToken("replayed", 0)).isEqualTo(replaying);
    }

    @Test
    void theTableIsNeverFollowedAndStreamsHaveNoSnapshots() {
        LedgerEngine engine = store.part(LedgerEngine.class);
        assertThat(engine.readSnapshot("person/stored")).isEmpty();
        assertThatThrownBy(() -> engine.fetchTrackedEvents(null, 10)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> engine.storeSnapshot(
                        new GenericDomainEventMessage<>("ledger", "ledger/x", 0, new LedgerOpened("x", 0, true))))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shortAndLongStreamsAreReadWhole() {
        Target<InstitutionCommand> long205 = Target.institution("LONG");
        LocalDate day = LocalDate.of(2025, 1, 2);
        store.submit(
                long205, "k", new InstitutionCommand.Designate(InstitutionKind.PHARMACY, false, "120102", day, null));
        for (int i = 1; i <= 204; i++) {
            assertThat(store.submit(long205, "k" + i, new InstitutionCommand.RenewAgreement(day.plusDays(i))))
                    .isEqualTo(new Outcome.Recorded(i));
        }
        List<Long> sequences = store.part(EventStore.class)
                .readEvents("institution/LONG")
                .asStream()
                .<Long>map(DomainEventMessage::getSequenceNumber)
                .toList();
        assertThat(sequences).hasSize(205).isSorted();
    }
}
