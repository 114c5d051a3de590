package org.payqual.ops.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.payqual.ops.store.TestStore.submission;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.StreamCollision;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.calendar.ShippedCalendars;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.institution.InstitutionCommand;
import org.payqual.domain.law.LawCommand;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.rulebook.InstitutionKind;
import org.payqual.ops.postgres.TestPostgres;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What the database turns away, and what nobody knows. */
class CommitsTest {

    private static final PersonCommand IDENTIFY = new PersonCommand.Identify("RESIDENT_ID");
    private static final Target<PersonCommand> P = Target.person("p");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 2);
    private static final InstitutionCommand DESIGNATE =
            new InstitutionCommand.Designate(InstitutionKind.HOSPITAL, true, "120101", DAY, null);

    private TestPostgres.Database database;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void createDatabase() {
        database = TestPostgres.create();
    }

    @AfterEach
    void dropDatabase() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
        database.close();
    }

    @Test
    void firstOrdersOfTwoProgramsMeetInTheDatabaseAndOneOpensTheStream() {
        List<TestStore> programs = List.of(start(), start());
        for (int round = 0; round < 20; round++) {
            Target<PersonCommand> person = Target.person("twice-" + round);
            List<Outcome> outcomes = together(8, i -> programs.get(i % 2).submit(person, "key-" + i, IDENTIFY));
            assertThat(outcomes.stream().filter(new Outcome.Recorded(0)::equals))
                    .hasSize(1);
            assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance))
                    .as("the others are decided again, and the person is known")
                    .hasSize(7);
        }
    }

    @Test
    void ordersToOneStreamAtOnceAreAllRecordedOneAfterTheOther() {
        List<TestStore> programs = List.of(start(), start());
        Target<InstitutionCommand> institution = Target.institution("H1");
        programs.getFirst().submit(institution, "first", DESIGNATE);
        List<Outcome> outcomes = together(
                6,
                i -> programs.get(i % 2).submit(institution, "key-" + i, new InstitutionCommand.RenewAgreement(DAY)));
        assertThat(outcomes)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 6)
                        .<Outcome>mapToObj(Outcome.Recorded::new)
                        .toList());
    }

    @Test
    void theSameOrderManyTimesAtOnceIsRecordedOnce() {
        List<TestStore> programs = List.of(start(), start());
        Target<InstitutionCommand> institution = Target.institution("H1");
        programs.getFirst().submit(institution, "first", DESIGNATE);
        List<Outcome> outcomes = together(
                8, i -> programs.get(i % 2).submit(institution, "same", new InstitutionCommand.RenewAgreement(DAY)));
        assertThat(outcomes).containsOnly(new Outcome.Recorded(1));
        assertThat(programs.getFirst().part(EventStore.class).lastSequenceNumberFor("institution/H1"))
                .contains(1L);
    }

    @Test
    void whenACommitIsLostOnTheWayOrOnTheWayBackTheSameKeyFindsOut() {
        for (boolean committed : new boolean[] {true, false}) {
            Tampering tampering = new Tampering();
            TestStore store = start(tampering);
            Target<PersonCommand> person = Target.person("lost-" + committed);
            tampering.loseNextCommit(committed);
            assertThat(problem(() -> store.submit(person, "k", IDENTIFY))).isInstanceOf(Problem.OutcomeUnknown.class);
            assertThat(store.part(EventStore.class).lastSequenceNumberFor("person/lost-" + committed))
                    .isEqualTo(committed ? Optional.of(0L) : Optional.empty());
            assertThat(store.submit(person, "k", IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
        }
    }

    @Test
    void aCommitThatTheServerRefusedIsTriedAgain() {
        Tampering tampering = new Tampering();
        TestStore store = start(tampering);
        tampering.refuseNextCommit("40001");
        assertThat(store.submit(P, "k", IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
    }

    @Test
    void ofTheEventsOfOneDecisionAllAreRecordedOrNone() {
        TestStore store = start();
        store.submit(P, "k", IDENTIFY);
        EventStore events = store.part(EventStore.class);
        assertThatThrownBy(() -> events.publish(message("person/other", "PASSPORT"), message("person/p", "PASSPORT")))
                .isInstanceOf(StreamCollision.class);
        assertThat(events.lastSequenceNumberFor("person/other")).isEmpty();
        events.publish(message("person/other", "PASSPORT"), message("person/third", "PASSPORT"));
        assertThat(events.lastSequenceNumberFor("person/other")).contains(0L);
        assertThat(events.lastSequenceNumberFor("person/third")).contains(0L);
    }

    @Test
    void whatAFailingServerLostIsNotDecidedOn() {
        TestStore store = start();
        store.submit(Target.institution("H1"), "d", DESIGNATE);
        store.submit(P, "k", IDENTIFY);
        store.submit(P, "c", new PersonCommand.Commit("H1", DAY));
        assertThat(store.submit(P, "seen", new PersonCommand.Commit("H1", DAY))).isEqualTo(new Outcome.Recorded(2));
        lose("person/p", 1);
        assertThat(store.submit(P, "c", new PersonCommand.Commit("H1", DAY)))
                .as("the commitment is gone, and so is its key")
                .isEqualTo(new Outcome.Recorded(1));
        store.submit(P, "seen again", new PersonCommand.Commit("H1", DAY));
        lose("person/p", 1);
        start().submit(P, "another", new PersonCommand.Commit("H1", DAY));
        assertThat(store.submit(P, "c", new PersonCommand.Commit("H1", DAY)))
                .as("something else stands in its place")
                .isEqualTo(new Outcome.Recorded(2));
        lose("person/p", 0);
        assertThat(store.submit(P, "n", new PersonCommand.Commit("H1", DAY))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void lawThatAFailingServerLostDecidesNothing() {
        Map<String, Object> withoutLaw = Map.of("payqual.sample", false);
        TestStore store = start(new Tampering(), withoutLaw);
        store.submit(Target.law(), "a", adoption("china-2025"));
        assertThat(store.law().current().calendars().byId("china-2025")).isPresent();
        lose("law/law", 0);
        start(new Tampering(), withoutLaw).submit(Target.law(), "b", adoption("china-2026"));
        WorkingDays calendars = store.law().current().calendars();
        assertThat(calendars.byId("china-2025"))
                .as("another stands in its place")
                .isEmpty();
        assertThat(calendars.byId("china-2026")).isPresent();
        lose("law/law", 0);
        assertThat(store.law().current().calendars().byId("china-2026")).isEmpty();
    }

    private static LawCommand adoption(String calendar) {
        return new LawCommand.AdoptCalendar(ShippedCalendars.file(calendar).orElseThrow());
    }

    /** Takes the events of a stream from one on away, as a crash between an append and its seal may. */
    private void lose(String stream, int from) {
        JdbcClient owner = JdbcClient.create(database.access().ownerConnections());
        owner.sql("ALTER TABLE ledger.domain_event_entry DISABLE TRIGGER refuse_change")
                .update();
        owner.sql("DELETE FROM ledger.domain_event_entry WHERE aggregate_identifier = ? AND sequence_number >= ?")
                .params(stream, from)
                .update();
        owner.sql("ALTER TABLE ledger.domain_event_entry ENABLE ALWAYS TRIGGER refuse_change")
                .update();
    }

    @Test
    void aDatabaseThatIsAwayIsToldAsSuch() {
        TestPostgres.Database doomed = TestPostgres.create();
        TestStore store = new TestStore(doomed);
        open.add(store);
        doomed.close();
        assertThat(problem(() -> store.submit(P, "k", IDENTIFY)))
                .isInstanceOfSatisfying(
                        Problem.NotYet.class, it -> assertThat(it.code()).isEqualTo("store-away"));
    }

    @Test
    void anOrderThatWaitsForItsStreamHoldsNoConnection() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        HikariDataSource two = database.access().ledgerPool();
        two.setMaximumPoolSize(2);
        open.add(two);
        TestStore store = new TestStore(database, pool -> two, Map.of());
        open.add(store);
        store.submit(Target.institution("H1"), "d", DESIGNATE);
        store.submit(P, "k", IDENTIFY);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        open.add(threads);
        open.add(release::countDown);
        threads.execute(() -> store.recorder().submit(P, "slow", "x", submission("slow"), digest -> {
            held.countDown();
            await(release);
            return new PersonCommand.Commit("H1", DAY);
        }));
        assertThat(held.await(10, SECONDS)).isTrue();
        for (int i = 0; i < 5; i++) {
            String key = "waiting-" + i;
            threads.execute(() -> store.submit(P, key, new PersonCommand.Commit("H1", DAY)));
        }
        CompletableFuture<Outcome> other =
                CompletableFuture.supplyAsync(() -> store.submit(Target.person("q"), "k", IDENTIFY), threads);
        assertThat(other.get(4, SECONDS)).isEqualTo(new Outcome.Recorded(0));
    }

    @Test
    void ofACrowdAtOneStreamThoseTooManyAreTurnedAwayAndTheOthersAreRecorded() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TestStore store = start();
        store.submit(Target.institution("H1"), "d", DESIGNATE);
        store.submit(P, "k", IDENTIFY);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        open.add(threads);
        open.add(release::countDown);
        threads.execute(() -> store.recorder().submit(P, "slow", "x", submission("slow"), digest -> {
            held.countDown();
            await(release);
            return new PersonCommand.Commit("H1", DAY);
        }));
        assertThat(held.await(10, SECONDS)).isTrue();
        List<CompletableFuture<Object>> crowd = IntStream.range(0, 1000)
                .mapToObj(i -> CompletableFuture.<Object>supplyAsync(
                        () -> {
                            try {
                                return store.submit(P, "crowd-" + i, new PersonCommand.Commit("H1", DAY));
                            } catch (ProblemException e) {
                                return ((Problem.NotYet) e.problem()).code();
                            }
                        },
                        threads))
                .toList();
        Awaitility.await()
                .atMost(30, SECONDS)
                .until(() -> crowd.stream().filter(CompletableFuture::isDone).count() >= 900);
        assertThat(crowd.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                .as("turned away while one is slow")
                .containsOnly("stream-busy");
        assertThat(store.submit(Target.person("q"), "k", IDENTIFY)).isEqualTo(new Outcome.Recorded(0));
        release.countDown();
        long recorded = crowd.stream()
                .map(CompletableFuture::join)
                .filter(Outcome.Recorded.class::isInstance)
                .count();
        assertThat(recorded).isPositive().isLessThan(100);
        assertThat(store.part(EventStore.class).lastSequenceNumberFor("person/p"))
                .as("the slow one, and those that waited")
                .contains(recorded + 1);
        assertThat(store.submit(P, "afterwards", new PersonCommand.Commit("H1", DAY)))
                .as("nobody is counted who left")
                .isEqualTo(new Outcome.Recorded(recorded + 2));
    }

    @Test
    void aShortStreamIsReadByOneStatement() {
        Tampering tampering = new Tampering();
        TestStore store = start(tampering);
        store.submit(Target.institution("H1"), "d", DESIGNATE);
        tampering.statements.clear();
        store.submit(Target.institution("H1"), "r", new InstitutionCommand.RenewAgreement(DAY));
        assertThat(tampering.statements)
                .hasSize(2)
                .anyMatch(it -> it.startsWith("SELECT"))
                .anyMatch(it -> it.startsWith("INSERT"));
    }

    @Test
    void neitherLogNorExceptionTellsWhatWasBeingRecorded() {
        TestStore store = start();
        store.submit(P, "k", IDENTIFY);
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        root.addAppender(written);
        root.setLevel(Level.DEBUG);
        String marked = "MARKED-7f3a";
        try {
            EventStore events = store.part(EventStore.class);
            assertThatThrownBy(() -> events.publish(message("person/p", marked)))
                    .isInstanceOf(StreamCollision.class)
                    .hasNoCause()
                    .hasMessageNotContaining(marked);
            assertThatThrownBy(() -> events.publish(message("person/p\u0000", marked)))
                    .isInstanceOf(EventStoreException.class)
                    .satisfies(it -> assertThat(everything(it)).doesNotContain(marked));
        } finally {
            root.setLevel(before);
            root.detachAppender(written);
        }
        assertThat(written.list.stream().map(CommitsTest::everything)).noneMatch(it -> it.contains(marked));
    }

    private static GenericDomainEventMessage<PersonEvent> message(String stream, String marked) {
        return new GenericDomainEventMessage<>(
                "person", stream, 0, new PersonEvent.Identified(marked), Map.of("issuer", "i", "subject", "s"));
    }

    private static String everything(Throwable thrown) {
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause).toList() + "";
    }

    private static String everything(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }

    private TestStore start() {
        return start(new Tampering());
    }

    private TestStore start(Tampering tampering) {
        return start(tampering, Map.of());
    }

    private TestStore start(Tampering tampering, Map<String, Object> settings) {
        TestStore store = new TestStore(database, tampering::around, settings);
        open.add(store);
        return store;
    }

    private static List<Outcome> together(int callers, IntFunction<Outcome> call) {
        CountDownLatch ready = new CountDownLatch(callers);
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            return IntStream.range(0, callers)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                ready.countDown();
                                await(ready);
                                return call.apply(i);
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Problem problem(Runnable submitted) {
        try {
            submitted.run();
            throw new AssertionError("it was recorded");
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    /** Connections whose appends go wrong when told to, and that write down what is prepared. */
    private static final class Tampering {

        private final List<String> statements = new CopyOnWriteArrayList<>();
        private volatile Append next = PreparedStatement::executeUpdate;

        private interface Append {
            int on(PreparedStatement insert) throws SQLException;
        }

        void loseNextCommit(boolean committed) {
            next = insert -> {
                if (committed) {
                    insert.executeUpdate();
                }
                throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
            };
        }

        void refuseNextCommit(String state) {
            next = insert -> {
                throw new SQLException("could not serialize access", state);
            };
        }

        DataSource around(DataSource pool) {
            return new DelegatingDataSource(pool) {
                @Override
                public Connection getConnection() throws SQLException {
                    return tampered(super.getConnection());
                }
            };
        }

        private Connection tampered(Connection connection) {
            return proxy(Connection.class, (method, arguments) -> {
                Object result = method.invoke(connection, arguments);
                if (method.getName().equals("prepareStatement")) {
                    statements.add((String) arguments[0]);
                    return tampered((PreparedStatement) result);
                }
                return result;
            });
        }

        private PreparedStatement tampered(PreparedStatement statement) {
            return proxy(PreparedStatement.class, (method, arguments) -> {
                if (method.getName().equals("executeUpdate")) {
                    Append append = next;
                    next = PreparedStatement::executeUpdate;
                    return append.on(statement);
                }
                return method.invoke(statement, arguments);
            });
        }

        private interface Call {
            Object of(Method method, Object[] arguments) throws Throwable;
        }

        private static <T> T proxy(Class<T> type, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    Tampering.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        try {
                            return call.of(method, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
