package org.payqual.ops.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.dispatch.UnreadableStreams;
import org.payqual.command.port.Digests;
import org.payqual.command.port.Sealing;
import org.payqual.domain.handling.HandlingCommand;
import org.payqual.domain.inspection.InspectionCommand;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.ops.postgres.PostgresAccess;
import org.payqual.ops.postgres.TestPostgres;
import org.payqual.ops.store.TestStore;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A ledger with people to be scored on handlings, in which a score can be kept waiting between decision and append. */
final class HandlingLedger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NS = Duration.ofMillis(2).toNanos();
    static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final String APPEND = "INSERT INTO ledger.domain_event_entry";

    private final Map<Thread, CountDownLatch> waitsFor = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final TestPostgres.Database database = TestPostgres.create();
    final TestStore store = new TestStore(database, this::waiting, Map.of());
    final DataSource sessions = database.access().projectorSessions();
    final JdbcClient jdbc = JdbcClient.create(sessions);

    HandlingLedger() {
        store.submit(
                Target.institution("H1"),
                "designate",
                new InstitutionCommand.Designate(InstitutionKind.HOSPITAL, true, "120101", DAY.minusDays(9), null));
        store.submit(Target.inspection("I1"), "open", new InspectionCommand.Open("H1", DAY.minusDays(2)));
    }

    /** Gives the ways into its database. */
    PostgresAccess access() {
        return database.access();
    }

    /** Makes a reactor that sends over the store's bus. */
    Reactor reactor() {
        return reactor(sessions, bus -> bus, Duration.ofSeconds(30));
    }

    Reactor reactor(DataSource sessions, UnaryOperator<CommandBus> bus, Duration heldUpPause) {
        return reactor(sessions, bus, heldUpPause, PATIENCE, new OverturnedHandlings());
    }

    /** Makes a reactor that has no patience with what comes too early a second time. */
    Reactor reactor(DataSource sessions, Reaction reaction) {
        return reactor(sessions, bus -> bus, PATIENCE, Duration.ZERO, reaction);
    }

    /** Makes a reactor that records which ratios were reached, of tables that nobody keeps current here. */
    Reactor ratios() {
        return reactor(sessions, new ReachedRatios(new Progress(jdbc), jdbc));
    }

    Reactor reactor(
            DataSource sessions,
            UnaryOperator<CommandBus> bus,
            Duration heldUpPause,
            Duration patience,
            Reaction reaction) {
        Recorder recorder = new Recorder(
                bus.apply(store.part(CommandBus.class)),
                store.part(Digests.class),
                store.part(Sealing.class),
                store.part(UnreadableStreams.class));
        return new Reactor(
                sessions,
                new LogReader(this.sessions),
                store.part(LogHead.class),
                recorder,
                reaction,
                heldUpPause,
                patience);
    }

    void decide(String handling) {
        recorded(store.submit(
                Target.handling(handling),
                "decide",
                new HandlingCommand.Decide(
                        "I1",
                        "H1",
                        HandlingKind.AGREEMENT_HANDLING,
                        DAY,
                        List.of(),
                        List.of(HandlingManner.LIQUIDATED_DAMAGES),
                        null)));
    }

    void overturn(String handling) {
        recorded(store.submit(
                Target.handling(handling),
                "overturn",
                new HandlingCommand.Overturn(DAY.plusDays(30), Determiner.AGENCY, null)));
    }

    List<String> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String person = UUID.randomUUID().toString();
                    recorded(
                            store.submit(Target.person(person), "identify", new PersonCommand.Identify("RESIDENT_ID")));
                    return person;
                })
                .toList();
    }

    Outcome score(String person, String handling) {
        return score(person, handling, "score-" + handling);
    }

    /** Scores a person by the one notice on a handling, under a key. */
    Outcome score(String person, String handling, String key) {
        return store.submit(
                Target.person(person),
                key,
                new PersonCommand.Score(
                        "N-" + handling,
                        handling,
                        DAY,
                        null,
                        null,
                        null,
                        true,
                        List.of(new PersonCommand.ClaimedFinding(
                                "V1",
                                "TJ-28.1",
                                Responsibility.PRIMARY,
                                null,
                                null,
                                DAY,
                                null,
                                null,
                                null,
                                null,
                                null))));
    }

    /** Scores a person by a decision that is made now and appended only when the latch is down. */
    Outcome scoreLate(String person, String handling, CountDownLatch append) {
        waitsFor.put(Thread.currentThread(), append);
        try {
            return score(person, handling);
        } finally {
            waitsFor.remove(Thread.currentThread());
        }
    }

    /** Waits until so many scores are decided and wait to be appended. */
    void awaitDecided(int scores) {
        await(() -> waiting.get() == scores);
        waiting.set(0);
    }

    /** Tells whether everything recorded is sealed and followed up. */
    boolean followedUp() {
        return jdbc.sql("SELECT position + 1 = (SELECT count(*) FROM ledger.domain_event_entry) FROM reactor.progress"
                        + " WHERE reaction = 'overturned-handlings'")
                .query(Boolean.class)
                .single();
    }

    /** Waits until everything recorded is sealed and followed up. */
    void awaitFollowedUp() {
        await(this::followedUp);
    }

    static void await(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("what is awaited comes in time").isLessThan(end);
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    /** Lists the causes under which a person's scores fell, one for each time. */
    List<String> causesOfFall(String person) {
        return jdbc.sql("SELECT convert_from(meta_data, 'UTF8')::json ->> 'cause' FROM ledger.domain_event_entry"
                        + " WHERE aggregate_identifier = ? AND payload_type = 'person.score-revoked'")
                .param("person/" + person)
                .query((row, number) -> row.getString(1))
                .list();
    }

    String overturning(String handling) {
        return jdbc.sql("SELECT event_identifier FROM ledger.domain_event_entry"
                        + " WHERE aggregate_identifier = ? AND payload_type = 'handling.overturned'")
                .param("handling/" + handling)
                .query(String.class)
                .single();
    }

    /** Lists who was scored on a handling before it was overturned, or after, in the order of the log. */
    List<String> scored(String handling, boolean before) {
        return jdbc.sql("SELECT substr(scored.aggregate_identifier, 8) FROM ledger.domain_event_entry scored"
                        + " JOIN ledger.domain_event_entry overturned ON overturned.event_identifier = ?"
                        + " WHERE scored.payload_type = 'person.scored'"
                        + " AND convert_from(scored.payload, 'UTF8')::json ->> 'handling' = ?"
                        + " AND (scored.global_index < overturned.global_index) = ?")
                .params(overturning(handling), handling, before)
                .query((row, number) -> row.getString(1))
                .list();
    }

    static void recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
    }

    private DataSource waiting(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return waiting(super.getConnection());
            }
        };
    }

    private Connection waiting(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    CountDownLatch append = waitsFor.get(Thread.currentThread());
                    if (append != null
                            && method.getName().equals("prepareStatement")
                            && ((String) arguments[0]).startsWith(APPEND)) {
                        waiting.incrementAndGet();
                        append.await();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }
}
