package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.RecordEvent;
import org.payqual.domain.person.Standing;
import org.payqual.domain.person.Timeline;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.RowTransactions;
import org.payqual.projections.log.SealedEvent;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.person.PersonLookup;
import org.payqual.query.person.PersonRows;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What the tables say of any day as known at any position is what the fold of the events up to that position says.
 * Lives are random and interleaved; whoever looks into a failure finds the seed in the test's name.
 */
class LiveTablesTest {

    private static final int PEOPLE = 5;
    private static final int COMMANDS = 120;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 12, 1);
    private static final int DAYS = 2_200;

    private LiveLedger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = new LiveLedger();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    static LongStream seeds() {
        return new Random().longs(3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsSayWhatTheFoldSaysAtEveryDateAndEveryPosition(long seed) throws Exception {
        try (LiveProcessor processor = ledger.processor()) {
            processor.start();
            Population people = new Population(ledger, new Random(seed)).with(PEOPLE);
            people.live(COMMANDS);
            ledger.reflected();
            for (String person : people.everyone()) {
                ledger.check.rowsFollowFold(person);
                assertAnswersFollow(person, new Random(seed));
            }
            assertThat(ledger.check.rowsAreThoseOfOneRun()).isGreaterThan(PEOPLE);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsAreTheSameAfterCrashesAndLostCommits(long seed) throws Exception {
        Random random = new Random(seed);
        Population people = new Population(ledger, random);
        TransactionManager sound = new RowTransactions(new JdbcTransactionManager(ledger.projector));
        for (int round = 0; round < 4; round++) {
            people.with(PEOPLE).live(COMMANDS / 4);
            // Almost nobody is remembered, batches are small, and every third transaction is lost at the last moment.
            try (LiveProcessor failing = ledger.processor(new LosingCommits(sound, random), 2, 7)) {
                failing.start();
                ledger.progress.await(ledger.sealed(), Duration.ofMillis(random.nextInt(1500)));
            }
        }
        try (LiveProcessor processor = ledger.processor()) {
            processor.start();
            ledger.reflected();
        }
        for (String person : people.everyone()) {
            ledger.check.rowsFollowFold(person);
        }
        assertThat(ledger.rows("SELECT * FROM read.stopped")).isEmpty();
    }

    /** The log tells its news on the sequencer's thread: what it tells to nobody must be over when a close returns. */
    @Test
    void whoIsClosedHasClosedItsStreamOfTheLog() throws Exception {
        SlowlyClosed source = new SlowlyClosed(ledger.source());
        LiveProcessor processor = ledger.processor(
                source, new RowTransactions(new JdbcTransactionManager(ledger.projector)), 2, LiveProcessor.BATCH);
        processor.start();
        ledger.reflected();

        processor.close();

        assertThat(source.closed()).isTrue();
    }

    /** After an outage of the database one of several processes keeps the tables, and the others are well too. */
    @Test
    void whoStandsByAfterAFailureIsWellWhileAnotherKeepsTheTables() throws Exception {
        TransactionManager transactions = new RowTransactions(new JdbcTransactionManager(ledger.projector));
        AtomicBoolean away = new AtomicBoolean();
        Population people = new Population(ledger, new Random(11)).with(1);
        try (LiveProcessor former = ledger.processor("former", () -> {
            if (away.get()) {
                throw new IllegalStateException("as if the database were away");
            }
            return transactions.startTransaction();
        })) {
            former.start();
            ledger.reflected();
            away.set(true);
            people.liveOn(people.everyone().get(0), 3);
            Awaitility.await().until(former::failing);
            try (LiveProcessor keeper = ledger.processor("keeper", transactions)) {
                keeper.start();
                ledger.reflected();
                away.set(false);

                Awaitility.await().until(() -> !former.failing());
                assertThat(keeper.failing()).isFalse();
            }
            people.liveOn(people.everyone().get(0), 3);
            ledger.reflected();
            Awaitility.await().until(() -> !former.failing());
        }
    }

    @Test
    void whoeverCannotBeFollowedStopsAndTheOthersGoOn() throws Exception {
        Population people = new Population(ledger, new Random(7)).with(4);
        String sound = people.everyone().get(0);
        String unknownEvent = people.everyone().get(1);
        String cannotFollow = people.everyone().get(2);
        String foreign = people.everyone().get(3);
        for (String person : people.everyone()) {
            people.liveOn(person, 12);
        }
        long before = ledger.sealed();
        ledger.append("person", unknownEvent, "person.not-yet-invented", 1, payload(""));
        ledger.append(cannotFollow, new PersonEvent.Identified("RESIDENT_ID"));
        ledger.append("person", foreign, "inspection.opened", 1, payload(",\"date\":\"2025-01-01\""));
        ledger.commit();
        for (String person : people.everyone()) {
            people.liveOn(person, 5);
        }
        try (LiveProcessor processor = ledger.processor()) {
            processor.start();
            long head = ledger.reflected();
            assertThat(processor.failing()).isFalse();
            Health health = new LiveTablesHealth(ledger.jdbc, processor, ledger.progress, ledger.log).health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails())
                    .containsEntry("stoppedPeople", 3L)
                    .containsEntry("position", head)
                    .containsEntry("failing", false);
            assertThat(ledger.rows("SELECT person, position FROM read.stopped ORDER BY position"))
                    .containsExactly(
                            Map.of("person", unknownEvent, "position", before + 1),
                            Map.of("person", cannotFollow, "position", before + 2),
                            Map.of("person", foreign, "position", before + 3));
            ledger.check.rowsFollowFold(sound);
            PersonRows rows = new PersonRows(ledger.jdbc);
            PersonLookup lookup = new PersonLookup(
                    new Knowledge(
                            ledger.jdbc, ledger.log, ledger.progress, InstantSource.system(), Duration.ofSeconds(2)),
                    rows);
            assertThat(lookup.followedAt(sound, null).position()).isEqualTo(head);
            for (String stopped : List.of(unknownEvent, cannotFollow, foreign)) {
                assertThat(lookup.followedAt(stopped, String.valueOf(before)).position())
                        .isEqualTo(before);
                assertThatThrownBy(() -> lookup.followedAt(stopped, null))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                it -> assertThat(it.problem())
                                        .isInstanceOfSatisfying(
                                                Problem.NotYet.class,
                                                notYet -> assertThat(notYet.code())
                                                        .isEqualTo("history-stopped")));
                assertThat(rows.standing(stopped, FIRST_DAY, before)).isPresent();
                assertThat(rows.standing(stopped, FIRST_DAY, head)).isEmpty();
                assertThat(ledger.rows(
                                "SELECT * FROM read.registration WHERE person = ? AND upper_inf(known)", stopped))
                        .isEmpty();
                ledger.check.rowsFollowFold(stopped, before);
            }
        }
        // Whoever stopped stays so in a process that remembers nobody.
        people.liveOn(cannotFollow, 2);
        people.liveOn(sound, 2);
        try (LiveProcessor processor = ledger.processor()) {
            processor.start();
            ledger.reflected();
            assertThat(ledger.rows("SELECT * FROM read.standing WHERE person = ? AND upper_inf(known)", cannotFollow))
                    .isEmpty();
            ledger.check.rowsFollowFold(sound);
        }
    }

    @Test
    void overlappingRowsAreRefused() throws Exception {
        String row = "INSERT INTO read.year_total VALUES ('p', '[2025-01-01,2025-03-01)', '[%s)', 2025, 3, false)";
        ledger.jdbc.sql(row.formatted("1,5")).update();
        ledger.jdbc.sql(row.formatted("5,")).update();
        assertThatThrownBy(() -> ledger.jdbc.sql(row.formatted("4,6")).update())
                .hasMessageContaining("year_total_once");
    }

    /**
     * The indexes of the constraints begin with a number that no question knows: whoever was led into one would have to
     * read the whole of it.
     */
    @Test
    void noQuestionIsLedIntoTheIndexOfAConstraint() throws Exception {
        try (Connection connection = ledger.projector.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL enable_seqscan = off");
            for (String table : List.of("standing", "year_total", "registration", "membership", "occurrence")) {
                statement.execute("DROP INDEX read." + table + "_person");
                try (ResultSet plan = statement.executeQuery("EXPLAIN SELECT * FROM read." + table
                        + " WHERE person = 'p' AND valid = daterange('2025-01-01', '2025-02-01')"
                        + " AND valid @> date '2025-01-01' AND known @> 7::bigint")) {
                    while (plan.next()) {
                        assertThat(plan.getString(1)).doesNotContain("_once");
                    }
                }
            }
            connection.rollback();
        }
    }

    /** Asks the questions of the API for random days and positions. */
    private void assertAnswersFollow(String person, Random random) {
        PersonRows rows = new PersonRows(ledger.jdbc);
        List<SealedEvent> events = ledger.log.stream(new StreamName(StreamType.PERSON, person), Long.MAX_VALUE);
        for (int i = 0; i < 80; i++) {
            long asOf = events.get(random.nextInt(events.size())).position();
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
            List<SealedEvent> known =
                    events.stream().filter(it -> it.position() <= asOf).toList();
            Person folded = Person.replay(known.stream().map(RowCheck::decoded).toList());
            assertThat(rows.last(person, asOf))
                    .hasValue(new PersonRows.Last(known.size() - 1L, mergedInto(known.getLast())));
            assertThat(rows.standing(person, day, asOf).orElseThrow().value()).isEqualTo(Standing.of(folded, day));
            assertThat(rows.yearTotals(person, day.getYear(), asOf).stream()
                            .filter(it -> it.on(day))
                            .mapToInt(it -> it.value().points())
                            .sum())
                    .isEqualTo(folded.pointsOn(day));
            assertThat(rows.registrations(person, day, asOf))
                    .isEqualTo(Timeline.of(folded).registrationsOn(day));
        }
    }

    private static @Nullable String mergedInto(SealedEvent last) {
        return RowCheck.decoded(last) instanceof RecordEvent.Merged merger ? merger.into() : null;
    }

    private static byte[] payload(String components) {
        return ("{\"salt\":\"" + "0".repeat(32) + "\"" + components + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** Loses every third transaction of rows when it is about to commit. */
    private record LosingCommits(TransactionManager sound, Random random) implements TransactionManager {

        @Override
        public Transaction startTransaction() {
            Transaction transaction = sound.startTransaction();
            return new Transaction() {
                @Override
                public void commit() {
                    if (Thread.currentThread().getName().equals("live-rows") && random.nextInt(3) == 0) {
                        transaction.rollback();
                        throw new IllegalStateException("the commit was lost");
                    }
                    transaction.commit();
                }

                @Override
                public void rollback() {
                    transaction.rollback();
                }
            };
        }
    }
}
