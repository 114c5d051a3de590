package org.payqual.ops.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Order;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.person.AppealCommand;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.person.PersonCommand;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.projections.handling.RestingScores;
import org.payqual.projections.log.AdvisoryLock;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** With a handling falls every score that rests on it, once, in whatever order and whatever fails on the way. */
class ReactorTest {

    private static HandlingLedger ledger;

    private final String handling = "C-" + UUID.randomUUID();

    @BeforeAll
    static void open() {
        ledger = new HandlingLedger();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @Test
    void aHundredScoresFallHalfOfThemRacingWithTheOverturning() {
        int late = 6;
        List<String> people = ledger.people(100);
        ledger.decide(handling);
        people.subList(0, 50).forEach(it -> HandlingLedger.recorded(ledger.score(it, handling)));
        CountDownLatch append = new CountDownLatch(1);
        CountDownLatch some = new CountDownLatch(10);
        try (Reactor reactor = ledger.reactor();
                ExecutorService clerks = Executors.newFixedThreadPool(3);
                ExecutorService slowClerks = Executors.newFixedThreadPool(late)) {
            reactor.start();
            List<CompletableFuture<Outcome>> racing = people.subList(50 + late, 100).stream()
                    .map(it -> CompletableFuture.supplyAsync(
                            () -> {
                                Outcome outcome = ledger.score(it, handling);
                                some.countDown();
                                return outcome;
                            },
                            clerks))
                    .toList();
            HandlingLedger.await(() -> some.getCount() == 0);
            List<CompletableFuture<Outcome>> decided = people.subList(50, 50 + late).stream()
                    .map(it -> CompletableFuture.supplyAsync(() -> ledger.scoreLate(it, handling, append), slowClerks))
                    .toList();
            ledger.awaitDecided(late);
            ledger.overturn(handling);
            append.countDown();
            decided.forEach(it -> HandlingLedger.recorded(it.join()));
            int scored = 50
                    + late
                    + (int) racing.stream()
                            .filter(it -> it.join() instanceof Outcome.Recorded)
                            .count();
            ledger.awaitFollowedUp();
            assertThat(ledger.scored(handling, true)).hasSizeGreaterThanOrEqualTo(60);
            assertThat(ledger.scored(handling, false)).hasSizeGreaterThanOrEqualTo(late);
            assertAllFell(scored);
        }
    }

    @Test
    void tablesThatAreBehindHoldNoOverturnedHandlingUp() {
        List<String> people = ledger.people(2);
        ledger.decide(handling);
        people.forEach(it -> HandlingLedger.recorded(ledger.score(it, handling)));
        try (Reactor reactor = ledger.reactor();
                Reactor ratios = ledger.ratios()) {
            ratios.start();
            HandlingLedger.await(() -> health(ratios).getStatus().equals(Status.DOWN));
            reactor.start();
            ledger.overturn(handling);
            ledger.awaitFollowedUp();
            assertAllFell(2);
            assertThat(health(reactor).getStatus()).isEqualTo(Status.UP);
            assertThat(health(ratios).getStatus()).as("behind as ever").isEqualTo(Status.DOWN);
        }
    }

    @Test
    void whatComesTooEarlyIsTakenAgainAndNothingToTellOf() {
        AtomicInteger taken = new AtomicInteger();
        Reaction early = before(() -> {
            if (taken.incrementAndGet() <= 3) {
                throw new TooEarly("it takes a moment");
            }
        });
        String person = ledger.people(1).getFirst();
        ledger.decide(handling);
        HandlingLedger.recorded(ledger.score(person, handling));
        ledger.overturn(handling);
        Logger log = (Logger) LoggerFactory.getLogger(Reactor.class);
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        log.addAppender(told);
        try (Reactor reactor =
                ledger.reactor(ledger.sessions, bus -> bus, Duration.ofMinutes(5), Duration.ofMinutes(5), early)) {
            reactor.start();
            ledger.awaitFollowedUp();
        } finally {
            log.detachAppender(told);
        }
        assertAllFell(1);
        assertThat(taken.get()).isGreaterThan(3);
        assertThat(told.list).noneMatch(it -> it.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void whoeverLeadsAnewIsPatientAnew() {
        AtomicInteger taken = new AtomicInteger();
        Reaction early = before(() -> {
            switch (taken.incrementAndGet()) {
                case 1, 3 -> throw new TooEarly("it takes a moment");
                case 2 -> throw new DataAccessResourceFailureException("the session is lost");
                default -> {}
            }
        });
        ledger.decide(handling);
        HandlingLedger.recorded(ledger.score(ledger.people(1).getFirst(), handling));
        ledger.overturn(handling);
        AtomicInteger opened = new AtomicInteger();
        DataSource sessions = new DelegatingDataSource(ledger.sessions) {
            @Override
            public Connection getConnection() throws SQLException {
                opened.incrementAndGet();
                return super.getConnection();
            }
        };
        try (Reactor reactor = ledger.reactor(sessions, early)) {
            reactor.start();
            ledger.awaitFollowedUp();
        }
        assertAllFell(1);
        assertThat(opened).as("once, and once more after the loss").hasValue(2);
    }

    /** Makes the usual rule, before which something else happens each time. */
    private static Reaction before(Runnable first) {
        return new Reaction() {
            private final Reaction usual = new OverturnedHandlings();

            @Override
            public String name() {
                return usual.name();
            }

            @Override
            public AdvisoryLock lock() {
                return usual.lock();
            }

            @Override
            public boolean concerns(SealedEvent sealed, JdbcClient memory) {
                return usual.concerns(sealed, memory);
            }

            @Override
            public List<Errand> take(SealedEvent sealed, Event event, JdbcClient memory) {
                first.run();
                return usual.take(sealed, event, memory);
            }
        };
    }

    @Test
    void aScoreThatFellByOtherMeansIsLeftAlone() {
        List<String> people = ledger.people(2);
        ledger.decide(handling);
        people.forEach(it -> ledger.score(it, handling));
        ledger.overturn(handling);
        HandlingLedger.recorded(ledger.store.submit(
                Target.person(people.getFirst()), "by hand", new PersonCommand.RevokeOverturned("N-" + handling)));
        try (Reactor reactor = ledger.reactor()) {
            reactor.start();
            ledger.awaitFollowedUp();
        }
        assertThat(ledger.causesOfFall(people.getFirst())).hasSize(1).containsOnlyNulls();
        assertThat(ledger.causesOfFall(people.getLast())).containsExactly(ledger.overturning(handling));
        assertThat(heldUp()).isEmpty();
    }

    @Test
    void aScoreEnteredAnewOrStandingAgainFallsWithItsHandling() {
        String twice = ledger.people(1).getFirst();
        String again = ledger.people(1).getFirst();
        ledger.decide(handling);
        try (Reactor reactor = ledger.reactor()) {
            reactor.start();
            ledger.score(twice, handling);
            command(twice, "void", new PersonCommand.CorrectEntry(1, HandlingLedger.DAY, "digest"));
            HandlingLedger.recorded(ledger.score(twice, handling, "anew"));

            ledger.score(again, handling);
            long appeal = command(
                    again,
                    "appeal",
                    new AppealCommand.File(
                            "A1",
                            "N-" + handling,
                            Party.PERSON,
                            HandlingLedger.DAY,
                            AppealGround.FACTS,
                            true,
                            true,
                            null,
                            null));
            command(
                    again,
                    "decide",
                    new AppealCommand.Decide(
                            "A1",
                            HandlingLedger.DAY,
                            AppealOutcome.REVOKED,
                            Determiner.AGENCY,
                            null,
                            AppealGround.FACTS,
                            "digest",
                            List.of()));
            command(again, "void", new PersonCommand.CorrectEntry(appeal + 1, HandlingLedger.DAY, "digest"));

            ledger.awaitFollowedUp();
            assertThat(ledger.causesOfFall(twice)).hasSize(1).containsOnlyNulls();
            ledger.overturn(handling);
            ledger.awaitFollowedUp();
        }
        assertThat(ledger.causesOfFall(twice)).containsExactly(null, ledger.overturning(handling));
        assertThat(ledger.causesOfFall(again)).containsExactly(null, ledger.overturning(handling));
        assertThat(new RestingScores(ledger.jdbc).count(handling, Long.MAX_VALUE))
                .isEqualTo(new RestingScores.Count(2, 2));
        assertThat(heldUp()).isEmpty();
    }

    private static long command(String person, String key, PersonCommand command) {
        Outcome outcome = ledger.store.submit(Target.person(person), key, command);
        HandlingLedger.recorded(outcome);
        return ((Outcome.Recorded) outcome).version();
    }

    @Test
    void oneReactorFollowsAndTheOtherTakesOver() {
        ledger.decide(handling);
        List<String> people = ledger.people(1);
        try (Reactor second = ledger.reactor()) {
            try (Reactor first = ledger.reactor()) {
                first.start();
                HandlingLedger.await(first::leading);
                second.start();
                ledger.score(people.getFirst(), handling);
                ledger.awaitFollowedUp();
                assertThat(second.leading()).isFalse();
            }
            HandlingLedger.await(second::leading);
            ledger.overturn(handling);
            ledger.awaitFollowedUp();
            assertAllFell(1);
        }
    }

    @Test
    void aSessionThatIsCutOffIsOpenedAgain() {
        try (Reactor reactor = ledger.reactor()) {
            reactor.start();
            HandlingLedger.await(reactor::leading);
            assertThat(ledger.jdbc
                            .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory'"
                                    + " AND classid = 7073 AND objid = 4 AND database ="
                                    + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                            .query(Long.class)
                            .single())
                    .isOne();
            ledger.decide(handling);
            ledger.score(ledger.people(1).getFirst(), handling);
            ledger.overturn(handling);
            ledger.awaitFollowedUp();
            assertAllFell(1);
        }
    }

    @Test
    void whatCannotBeDoneForOneHoldsNobodyElseUpAndIsDoneWhenItCan() {
        List<String> people = ledger.people(3);
        ledger.decide(handling);
        people.forEach(it -> ledger.score(it, handling));
        AtomicBoolean broken = new AtomicBoolean(true);
        String person = people.get(1);
        try (Reactor reactor =
                ledger.reactor(ledger.sessions, bus -> failingFor(person, broken, bus), Duration.ofMillis(20))) {
            reactor.start();
            ledger.overturn(handling);
            ledger.awaitFollowedUp();
            assertThat(ledger.causesOfFall(people.getFirst())).hasSize(1);
            assertThat(ledger.causesOfFall(people.getLast())).hasSize(1);
            assertThat(ledger.causesOfFall(person)).isEmpty();
            assertThat(heldUp()).containsExactly("fault");
            assertThat(health(reactor).getStatus()).isEqualTo(Status.DOWN);
            assertThat(health(reactor).getDetails()).containsEntry("heldUp", 1L);
            broken.set(false);
            HandlingLedger.await(() -> heldUp().isEmpty());
            ledger.awaitFollowedUp();
            assertAllFell(3);
            assertThat(health(reactor).getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void aHistoryThatCannotBeReadIsHeldUpAndTheOthersGoOn() throws Exception {
        try (HandlingLedger other = new HandlingLedger()) {
            List<String> people = other.people(3);
            other.decide(handling);
            people.forEach(it -> other.score(it, handling));
            unreadable(other, people.getFirst(), "person.restored");
            unreadable(other, people.get(1), "person.scored");
            try (Reactor reactor = other.reactor()) {
                reactor.start();
                other.overturn(handling);
                other.awaitFollowedUp();
                assertThat(other.causesOfFall(people.getLast())).hasSize(1);
                assertThat(new LogReader(other.sessions).head()).hasValue(position(other));
            }
            assertThat(other.jdbc
                            .sql("SELECT array_to_string(reasons, ' ') FROM reactor.held_up ORDER BY position")
                            .query(String.class)
                            .list())
                    .containsExactly("event-unreadable", "history-malformed");
        }
    }

    private static CommandBus failingFor(String person, AtomicBoolean broken, CommandBus bus) {
        return (CommandBus) Proxy.newProxyInstance(
                CommandBus.class.getClassLoader(), new Class<?>[] {CommandBus.class}, (proxy, method, arguments) -> {
                    if (broken.get()
                            && ((CommandMessage<?>) arguments[0]).getPayload() instanceof Order<?> order
                            && order.target().stream().id().equals(person)) {
                        throw new IllegalStateException("a fault that concerns one person");
                    }
                    return method.invoke(bus, arguments);
                });
    }

    private static void unreadable(HandlingLedger ledger, String person, String name) {
        ledger.store
                .jdbc()
                .sql("""
                        INSERT INTO ledger.domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                            type, time_stamp, payload_type, payload_revision, payload, meta_data)
                        SELECT gen_random_uuid(), aggregate_identifier, max(sequence_number) + 1, type,
                            '2026-01-01T00:00:00.000Z', ?, '1', ?, '{"issuer":"i","subject":"s"}'::bytea
                        FROM ledger.domain_event_entry WHERE aggregate_identifier = ? GROUP BY aggregate_identifier, type
                        """)
                .params(name, "{}".getBytes(StandardCharsets.UTF_8), "person/" + person)
                .update();
    }

    private static long position(HandlingLedger ledger) {
        return ledger.jdbc
                .sql("SELECT position FROM reactor.progress WHERE reaction = 'overturned-handlings'")
                .query(Long.class)
                .single();
    }

    private void assertAllFell(int count) {
        String cause = ledger.overturning(handling);
        List<String> scored = new ArrayList<>(ledger.scored(handling, true));
        scored.addAll(ledger.scored(handling, false));
        assertThat(scored)
                .hasSize(count)
                .allSatisfy(person -> assertThat(ledger.causesOfFall(person)).containsExactly(cause));
    }

    private static List<String> heldUp() {
        return ledger.jdbc
                .sql("SELECT unnest(reasons) FROM reactor.held_up")
                .query(String.class)
                .list();
    }

    private static Health health(Reactor reactor) {
        return new ReactorHealth(ledger.jdbc, reactor, new LogReader(ledger.sessions)).health();
    }
}
