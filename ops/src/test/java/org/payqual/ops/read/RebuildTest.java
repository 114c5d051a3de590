package org.payqual.ops.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.payqual.domain.Events;
import org.payqual.domain.person.Held;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.person.Standing;
import org.payqual.ops.postgres.TestPostgres;
import org.payqual.projections.live.LiveProcessor;
import org.payqual.projections.live.LiveTables;
import org.payqual.projections.log.SealedEvent;
import org.payqual.projections.person.JdbcPast;
import org.payqual.projections.person.RowFold;
import org.payqual.projections.person.RowWriter;
import org.payqual.projections.rebuild.RebuildCancelled;
import org.payqual.projections.rebuild.RebuildRefused;
import org.payqual.projections.rebuild.RebuildStep;
import org.payqual.projections.rebuild.RebuildWatch;
import org.payqual.projections.rebuild.Rebuilt;
import org.payqual.projections.rebuild.RowRebuild;
import org.payqual.query.person.PersonRows;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rebuilt tables hold what the live ones hold, row for row, and take their place without anyone noticing. */
class RebuildTest {

    private static final int PEOPLE = 12;
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    private LiveLedger ledger;
    private Population people;

    @BeforeEach
    void open() throws Exception {
        ledger = new LiveLedger();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    static LongStream seeds() {
        return new Random().longs(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rebuiltRowsAreTheLiveOnesAndLiveOn(long seed) throws Exception {
        try (LiveProcessor processor = started()) {
            begin(new Random(seed));
            people.live(200);
            long position = ledger.reflected();
            Map<String, List<String>> live = Rows.all(ledger.jdbc);
            List<String> layout = Rows.layout(ledger.jdbc);

            Rebuilt rebuilt = rebuild(RebuildWatch.NONE);

            assertThat(rebuilt.build()).isEqualTo(1);
            assertThat(rebuilt.position()).isEqualTo(position);
            assertThat(rebuilt.loaded()).isEqualTo(position);
            assertThat(Rows.all(ledger.jdbc)).isEqualTo(live);
            assertThat(Rows.layout(ledger.jdbc)).isEqualTo(layout);
            assertThat(schemas()).isEmpty();
            people.live(100);
            ledger.reflected();
            assertThat(ledger.check.everyone()).isGreaterThan(PEOPLE);
            assertThat(rebuild(RebuildWatch.NONE).build()).isEqualTo(2);
            people.live(50);
            ledger.reflected();
            assertThat(ledger.check.everyone()).isGreaterThan(PEOPLE);
            assertThat(processor.failing()).isFalse();
            assertThat(tokens()).containsExactlyInAnyOrder("live-1", "live-2");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void brokenOffAnywhereItGoesOnWhileEventsCome(long seed) throws Exception {
        Random random = new Random(seed);
        begin(random);
        people.live(200);
        Optional<Rebuilt> done = Optional.empty();
        try (LiveProcessor processor = started()) {
            // The first time no chunk is complete, then further and further.
            for (int looks = 0; done.isEmpty(); looks++) {
                assertThat(looks).isLessThan(100);
                done = tryRebuild(new Watching(looks));
                people.live(3);
            }
            ledger.reflected();
            assertThat(ledger.check.everyone()).isGreaterThan(PEOPLE);
            assertThat(schemas()).isEmpty();
            assertThat(processor.failing()).isFalse();
        }
    }

    @Test
    void goesOnWhereItWasLeftButNotWithTablesLaidOutOtherwise() throws Exception {
        begin(new Random(1));
        people.live(50);
        ledger.sealed();
        Watching first = new Watching(3);
        assertThatThrownBy(() -> rebuild(first)).isInstanceOf(RebuildCancelled.class);
        Watching second = new Watching(4);
        assertThatThrownBy(() -> rebuild(second)).isInstanceOf(RebuildCancelled.class);
        assertThat(first.heard).doesNotContain("goes on");
        assertThat(second.heard).contains("goes on");

        ledger.jdbc
                .sql("ALTER TABLE read.standing ADD COLUMN remark text DEFAULT 'none', ADD CHECK (remark <> '')")
                .update();
        ledger.jdbc
                .sql("CREATE INDEX standing_remark ON read.standing (remark) WHERE kind = 'NORMAL'")
                .update();
        List<String> layout = Rows.layout(ledger.jdbc);
        Watching third = Watching.toTheEnd();
        rebuild(third);

        assertThat(third.heard).contains("starts anew");
        assertThat(Rows.layout(ledger.jdbc)).isEqualTo(layout);
        assertThat(ledger.rows("SELECT DISTINCT remark FROM read.standing")).containsExactly(Map.of("remark", "none"));
    }

    @Test
    void aLayoutChangedInTheMeantimeIsNotSwitchedTo() throws Exception {
        begin(new Random(2));
        people.live(30);
        ledger.sealed();
        Watching meddling = new Watching(Long.MAX_VALUE) {
            @Override
            public void at(RebuildStep step, long done, long all) {
                if (step == RebuildStep.CATCHING_UP) {
                    ledger.jdbc
                            .sql("ALTER TABLE read.standing ADD COLUMN IF NOT EXISTS remark text")
                            .update();
                }
            }
        };
        assertThatThrownBy(() -> rebuild(meddling)).isInstanceOf(RebuildRefused.class);
        assertThat(ledger.progress.build()).isZero();
        rebuild(RebuildWatch.NONE);
        ledger.check.everyone();
    }

    @Test
    void takesBackThatPeopleWereStopped() throws Exception {
        try (LiveProcessor processor = started()) {
            begin(new Random(3));
            people.live(60);
            ledger.reflected();
            Map<String, List<String>> whole = Rows.all(ledger.jdbc);
            String stopped = people.everyone().getFirst();
            long at = stopAtLastEvent(stopped);
            assertThat(Rows.all(ledger.jdbc)).isNotEqualTo(whole);

            rebuild(RebuildWatch.NONE);

            assertThat(Rows.all(ledger.jdbc)).isEqualTo(whole);
            assertThat(at).isPositive();
            // The processor that goes on does not remember the stop either.
            people.live(60);
            ledger.reflected();
            assertThat(ledger.check.everyone()).isGreaterThan(PEOPLE);
            assertThat(ledger.rows("SELECT * FROM read.stopped")).isEmpty();
            assertThat(processor.failing()).isFalse();
        }
    }

    @Test
    void whoeverCannotBeFollowedIsStoppedByARebuildToo() throws Exception {
        begin(new Random(5));
        people.live(40);
        List<String> ids = people.everyone();
        ledger.append(ids.get(1), new PersonEvent.Identified("RESIDENT_ID"));
        ledger.append("person", ids.get(2), "person.not-yet-invented", 1, new byte[] {'{', '}'});
        ledger.commit();
        people.leave(ids.get(1));
        people.leave(ids.get(2));
        people.live(40);
        try (LiveProcessor processor = started()) {
            ledger.reflected();
            Map<String, List<String>> live = Rows.all(ledger.jdbc);
            assertThat(live.get("stopped")).hasSize(2);

            rebuild(RebuildWatch.NONE);

            assertThat(Rows.all(ledger.jdbc)).isEqualTo(live);
            assertThat(processor.failing()).isFalse();
        }
    }

    @Test
    void aProcessorThatComesLateChangesNothing() throws Exception {
        begin(new Random(8));
        long before = ledger.sealed();
        rebuild(RebuildWatch.NONE);
        people.live(5);
        ledger.sealed();
        Map<String, List<String>> rows = Rows.all(ledger.jdbc);
        LiveTables late = new LiveTables(
                0,
                new RowFold(Events.codec(), new JdbcPast(ledger.log, ledger.jdbc), 10),
                new RowWriter(new JdbcTemplate(ledger.projector), "read"),
                ledger.progress);
        SealedEvent event = ledger.log.from(before + 1, 1).getFirst();
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage(event));
        work.attachTransaction(new org.payqual.projections.live.RowTransactions(
                new org.springframework.jdbc.support.JdbcTransactionManager(ledger.projector)));
        late.handle(GenericEventMessage.asEventMessage(event), Segment.ROOT_SEGMENT);

        assertThatThrownBy(work::commit).isInstanceOf(IllegalStateException.class);
        assertThat(Rows.all(ledger.jdbc)).isEqualTo(rows);
    }

    @Test
    void questionsAreAnsweredWhileTablesAreExchanged() throws Exception {
        begin(new Random(9));
        people.live(100);
        AtomicBoolean ending = new AtomicBoolean();
        try (LiveProcessor processor = started();
                ExecutorService asking = Executors.newFixedThreadPool(3)) {
            long position = ledger.reflected();
            PersonRows rows = new PersonRows(ledger.jdbc);
            String both = """
                    SELECT count(*) FROM read.registration r
                    JOIN read.standing s ON s.person = r.person AND s.known @> ?::bigint AND s.valid && r.valid
                    JOIN read.year_total y ON y.person = r.person AND y.known @> ?::bigint
                    WHERE r.known @> ?::bigint
                    """;
            List<Map<String, Object>> expected = ledger.rows(both, position, position, position);
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String person = people.everyone().get(i);
                Optional<Held<Standing>> standing = rows.standing(person, DAY, position);
                assertThat(standing).isPresent();
                asked.add(asking.submit(() -> {
                    int count = 0;
                    while (!ending.get()) {
                        assertThat(rows.standing(person, DAY, position)).isEqualTo(standing);
                        assertThat(ledger.rows(both, position, position, position))
                                .isEqualTo(expected);
                        count++;
                    }
                    return count;
                }));
            }
            for (int i = 1; i <= 4; i++) {
                assertThat(rebuild(RebuildWatch.NONE).build()).isEqualTo(i);
                people.live(5);
                ledger.reflected();
            }
            ending.set(true);
            for (Future<Integer> each : asked) {
                assertThat(each.get()).isPositive();
            }
            assertThat(processor.failing()).isFalse();
        }
        assertThat(ledger.check.everyone()).isGreaterThan(PEOPLE);
    }

    @Test
    void waitsForAQueryThatRunsLongAndIsNotTheOneThatStaysInTheWay() throws Exception {
        begin(new Random(10));
        people.live(20);
        ledger.sealed();
        try (Connection reading = ledger.projector.getConnection();
                Statement statement = reading.createStatement()) {
            reading.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM read.standing").close();
            Watching until = new Watching(Long.MAX_VALUE) {
                @Override
                public void at(RebuildStep step, long done, long all) {
                    if (step == RebuildStep.SWITCHING && done == 2) {
                        // Twice it gave way; what was begun still reads the table it began with.
                        assertThat(ledger.progress.build()).isZero();
                        commit(reading, statement);
                    }
                }
            };
            assertThat(rebuild(until).build()).isEqualTo(1);
        }
        ledger.check.everyone();
    }

    @Test
    void aSecondRebuildAtTheSameTimeIsRefused() throws Exception {
        begin(new Random(11));
        ledger.sealed();
        List<Throwable> refused = new ArrayList<>();
        rebuild(new Watching(Long.MAX_VALUE) {
            @Override
            public void at(RebuildStep step, long done, long all) {
                if (refused.isEmpty()) {
                    try {
                        rebuild(RebuildWatch.NONE);
                    } catch (RebuildRefused expected) {
                        refused.add(expected);
                    }
                }
            }
        });
        assertThat(refused)
                .singleElement()
                .satisfies(it ->
                        assertThat(it).hasMessageContaining("Another rebuild").hasMessageContaining("另一次重建"));
        assertThat(ledger.progress.build()).isEqualTo(1);
    }

    @Test
    void isDoneAgainFromTheLastChunkWhenItsSessionIsKilled() throws Exception {
        begin(new Random(12));
        people.live(100);
        ledger.sealed();
        for (RebuildStep fatal : RebuildStep.values()) {
            assertThatThrownBy(() -> rebuild(new Watching(Long.MAX_VALUE) {
                        @Override
                        public void at(RebuildStep step, long done, long all) {
                            if (step == fatal) {
                                killRebuild();
                            }
                        }
                    }))
                    .isInstanceOf(RuntimeException.class);
            assertThat(ledger.progress.build()).isZero();
        }
        assertThat(rebuild(RebuildWatch.NONE).resumed()).isPositive();
        ledger.check.everyone();
    }

    @Test
    void goesOnAfterTheDatabaseHadNoRoomLeft() throws Exception {
        begin(new Random(13));
        people.live(100);
        ledger.sealed();
        ledger.jdbc.sql("""
                        CREATE FUNCTION read.full() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$
                        """).update();
        ledger.jdbc
                .sql("CREATE TRIGGER full_now BEFORE UPDATE ON read.rebuild FOR EACH ROW WHEN (NEW.indexed)"
                        + " EXECUTE FUNCTION read.full()")
                .update();
        assertThatThrownBy(() -> rebuild(RebuildWatch.NONE))
                .rootCause()
                .isInstanceOfSatisfying(
                        java.sql.SQLException.class,
                        it -> assertThat(it.getSQLState()).isEqualTo("53100"));
        assertThat(ledger.progress.build()).isZero();
        ledger.jdbc.sql("DROP FUNCTION read.full() CASCADE").update();

        Watching again = Watching.toTheEnd();
        assertThat(rebuild(again).build()).isEqualTo(1);

        assertThat(again.heard).contains("goes on");
        ledger.check.everyone();
    }

    private Rebuilt rebuild(RebuildWatch watch) {
        return new RowRebuild(ledger.database.access().rebuildSessions(), Events.codec(), watch).run();
    }

    private Optional<Rebuilt> tryRebuild(RebuildWatch watch) {
        try {
            return Optional.of(rebuild(watch));
        } catch (RebuildCancelled again) {
            return Optional.empty();
        }
    }

    private LiveProcessor started() {
        LiveProcessor processor = ledger.processor();
        processor.start();
        return processor;
    }

    private void begin(Random random) throws Exception {
        people = new Population(ledger, random).with(PEOPLE);
    }

    /** Does to the rows what an older program does that does not understand the person's last event. */
    private long stopAtLastEvent(String person) {
        long at = ledger.log.stream(
                        new org.payqual.domain.ledger.StreamName(org.payqual.domain.ledger.StreamType.PERSON, person),
                        Long.MAX_VALUE)
                .getLast()
                .position();
        for (String table : List.of("standing", "year_total", "registration", "membership", "occurrence")) {
            ledger.jdbc
                    .sql("DELETE FROM read." + table + " WHERE person = ? AND lower(known) >= ?")
                    .params(person, at)
                    .update();
            ledger.jdbc
                    .sql("UPDATE read." + table + " SET known = int8range(lower(known), ?)"
                            + " WHERE person = ? AND (upper_inf(known) OR upper(known) > ?)")
                    .params(at, person, at)
                    .update();
        }
        ledger.jdbc
                .sql("INSERT INTO read.stopped VALUES (?, ?, 'unknown then')")
                .params(person, at)
                .update();
        return at;
    }

    private void killRebuild() {
        try (Connection superuser = TestPostgres.superuser(ledger.database.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name = 'payqual rebuild'");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commit(Connection reading, Statement statement) {
        try {
            statement.executeQuery("SELECT count(*) FROM read.standing").close();
            reading.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Map<String, Object>> schemas() {
        return ledger.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'read\\_%'");
    }

    private List<String> tokens() {
        return ledger.jdbc
                .sql("SELECT processor_name FROM read.token_entry")
                .query(String.class)
                .list();
    }
}
