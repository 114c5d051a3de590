package org.payqual.ops.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.log.InstantNotPassed;
import org.payqual.projections.log.LogHead;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import org.payqual.projections.log.SealedPositions;
import org.payqual.projections.log.Sequencer;
import org.payqual.projections.log.SequencerState;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SequencerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void sealsTwoWritersWithCrossedCommitsInTheOrderOfTheirNumbers() throws Exception {
        writer().open();
        Started here = start();
        here.reaches(0);
        Writer first = writer().append("first", 0);
        writer().append("second", 0).commit();
        assertThat(here.positions().awaitPosition(StreamType.PERSON, "second", 0, Duration.ofMillis(300)))
                .as("the second's number is higher, and the first's may still be filled")
                .isEmpty();
        first.commit();
        here.reaches(2);
        assertThat(LogCheck.whole(database.access()).stream().map(SealedEvent::streamId))
                .containsExactly(Writer.LEDGER, "first", "second");
    }

    @Test
    void leavesNoGapWhereNumbersWereRolledBack() throws Exception {
        writer().open();
        Started here = start();
        Writer writer = writer();
        for (int i = 0; i < 5; i++) {
            writer.append("undone", i).rollback().append("kept", i).commit();
        }
        here.reaches(5);
        assertThat(LogCheck.numbers(database.access(), "SELECT max(global_index) FROM ledger.log"))
                .containsExactly(11L);
        LogCheck.whole(database.access());
    }

    @Test
    void waitsForAWriterThatStaysOpenLongerThanABatch() throws Exception {
        writer().open();
        Started here = start();
        here.reaches(0);
        Writer slow = writer().append("slow", 0);
        Writer busy = writer();
        for (int i = 0; i < 1_200; i++) {
            busy.append("busy", i);
        }
        busy.commit();
        await().atMost(PATIENCE)
                .until(() -> here.sequencer().state() instanceof SequencerState.Sealing sealing
                        && sealing.waitingSince() != null);
        assertThat(here.reader().head()).hasValue(0);
        slow.append("slow", 1).commit();
        here.reaches(1_202);
        LogCheck.whole(database.access());
    }

    @Test
    void doesNotWaitForWritersThatCameLater() throws Exception {
        writer().open();
        Started here = start();
        here.reaches(0);
        Writer earlier = writer().append("earlier", 0);
        await().atMost(PATIENCE)
                .until(() -> here.sequencer().state() instanceof SequencerState.Sealing sealing
                        && sealing.waitingSince() != null);
        Writer later = writer().append("later", 0);
        earlier.commit();
        here.reaches(1);
        later.commit();
        here.reaches(2);
    }

    @Test
    void refusesALedgerThatDoesNotBeginWithItsOpening() throws Exception {
        writer().append("early", 0).commit();
        writer().open();
        Started here = start();
        SequencerState.Stopped stopped = here.stops();
        assertThat(stopped.globalIndex()).isEqualTo(1);
        assertThat(stopped.reason()).isEqualTo("the first event of a ledger is ledger.opened");
        assertThat(here.reader().head()).isEmpty();
    }

    /** The table keeps such an event out; should one get past it all the same, nothing is sealed over it. */
    @Test
    void stopsBeforeAnEventThatCannotBeSealedAndSaysNothingOfItsContent() throws Exception {
        try (Connection owner = TestPostgres.superuser(database.name());
                Statement statement = owner.createStatement()) {
            statement.execute("ALTER TABLE ledger.domain_event_entry DROP CONSTRAINT metadata_of_strings");
        }
        writer().open();
        Writer writer = writer().append("fine", 0);
        writer.append("person", "broken", 0, "person.example", "{\"issuer\":{\"name\":\"secret\"}}");
        writer.append("after", 0).commit();
        Started here = start();
        SequencerState.Stopped stopped = here.stops();
        assertThat(stopped.globalIndex()).isEqualTo(3);
        assertThat(stopped.reason()).isEqualTo("metadata is not one flat object of strings");
        assertThat(stopped.healthy()).isFalse();
        assertThat(here.reader().head()).as("what came before is sealed").hasValue(1);
    }

    @Test
    void runsOncePerDatabaseAndIsTakenOverWhenItEnds() throws Exception {
        writer().open();
        Started first = start();
        first.reaches(0);
        Started second = start();
        await().atMost(PATIENCE).until(() -> second.sequencer().state() instanceof SequencerState.Standby);
        Writer writer = writer().append("a", 0).commit();
        assertThat(second.positions().awaitPosition(StreamType.PERSON, "a", 0, PATIENCE))
                .as("a position given elsewhere is told here")
                .hasValue(1);
        second.reaches(1);
        first.sequencer().close();
        writer.append("a", 1).commit();
        second.reaches(2);
        assertThat(second.sequencer().state()).isInstanceOf(SequencerState.Sealing.class);
        LogCheck.whole(database.access());
    }

    @Test
    void goesOnAfterItsSessionWasLost() throws Exception {
        writer().open();
        Started here = start();
        here.reaches(0);
        try (Connection superuser = TestPostgres.superuser(database.name());
                Statement statement = superuser.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_locks"
                    + " WHERE locktype = 'advisory' AND classid = 7073 AND objid = 2");
        }
        writer().append("a", 0).commit();
        here.reaches(1);
        LogCheck.whole(database.access());
    }

    @Test
    void sealsBatchAfterBatchWhatIsThereAlready() throws Exception {
        Writer writer = writer().open();
        for (int i = 0; i < 1_700; i++) {
            writer.append("many", i);
        }
        writer.commit();
        start().reaches(1_700);
        LogCheck.whole(database.access());
    }

    @Test
    void timeNeverRunsBack() throws Exception {
        writer().open();
        long future = Instant.now().plusSeconds(3_600).toEpochMilli();
        try (Connection ledger = ledgerConnections().getConnection();
                Statement statement = ledger.createStatement()) {
            statement.execute("INSERT INTO ledger.log VALUES (0, 1, decode(repeat('00', 32), 'hex'), " + future + ")");
        }
        Started here = start();
        writer().append("a", 0).commit();
        here.reaches(1);
        assertThat(here.reader().from(1, 1).getFirst().sealedAt()).isEqualTo(Instant.ofEpochMilli(future));
    }

    @Test
    void tellsWhatWasSealedByAnInstantOnceItHasPassed() throws Exception {
        Instant before = Instant.now().minusSeconds(1);
        writer().open();
        Started here = start();
        here.reaches(0);
        writer().append("a", 0).append("a", 1).commit();
        here.reaches(2);
        LogReader reader = here.reader();
        Instant opened = reader.from(0, 1).getFirst().sealedAt();
        Instant last = reader.from(2, 1).getFirst().sealedAt();
        assertThat(reader.positionAt(before)).isEmpty();
        assertThat(reader.positionAt(opened)).hasValue(0);
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(InstantNotPassed.class)
                .untilAsserted(() -> assertThat(reader.positionAt(last)).isEqualTo(OptionalLong.of(2)));
        assertThat(reader.positionAt(last.minusMillis(1))).hasValue(0);
        assertThatThrownBy(() -> reader.positionAt(Instant.now().plusSeconds(60)))
                .isInstanceOf(InstantNotPassed.class);
    }

    @Test
    void waitsForTheBatchThatIsBeingSealedBeforeItTellsWhatWasKnown() throws Exception {
        writer().open();
        start().reaches(0);
        try (Connection sealing = ledgerConnections().getConnection();
                Statement statement = sealing.createStatement()) {
            sealing.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(7073, 3)");
            Instant asked = Instant.now();
            LogReader reader = new LogReader(ledgerConnections());
            var answer = new CompletableFuture<OptionalLong>();
            Thread.ofVirtual().start(() -> answer.complete(reader.positionAt(asked)));
            await().atMost(PATIENCE)
                    .until(() -> LogCheck.numbers(
                                    database.access(),
                                    "SELECT count(*) FROM pg_locks WHERE objid = 3 AND locktype = 'advisory'"
                                            + " AND NOT granted")
                            .equals(List.of(1L)));
            assertThat(answer).isNotDone();
            sealing.rollback();
            assertThat(answer).succeedsWithin(PATIENCE).isEqualTo(OptionalLong.of(0));
        }
    }

    @Test
    void tellsAWriterItsPositionOrThatSealingTakesTooLong() throws Exception {
        Writer writer = writer().open().append("a", 0).commit();
        Started here = start();
        here.sequencer().appended();
        assertThat(here.positions().awaitPosition(StreamType.PERSON, "a", 0, PATIENCE))
                .hasValue(1);
        Started later = start();
        assertThat(later.positions().awaitPosition(StreamType.PERSON, "a", 0, PATIENCE))
                .as("sealed long ago")
                .hasValue(1);
        writer.append("b", 0);
        assertThat(here.positions().awaitPosition(StreamType.PERSON, "b", 0, Duration.ofMillis(100)))
                .isEmpty();
        writer.rollback();
    }

    private Writer writer() throws SQLException {
        Writer writer = new Writer(database);
        open.add(writer);
        return writer;
    }

    private DataSource ledgerConnections() {
        PostgresAccess access = database.access();
        return new DriverManagerDataSource(
                access.url(), access.ledger().username(), access.ledger().password());
    }

    private Started start() {
        LogHead head = new LogHead();
        LogReader reader = new LogReader(ledgerConnections());
        Sequencer sequencer = new Sequencer(ledgerConnections(), head);
        open.add(sequencer);
        sequencer.start();
        return new Started(sequencer, head, reader, new SealedPositions(head, reader, sequencer::sealsHere));
    }

    private record Started(Sequencer sequencer, LogHead head, LogReader reader, SealedPositions positions) {

        void reaches(long position) throws InterruptedException {
            assertThat(head.awaitBeyond(position - 1, PATIENCE)).isTrue();
            assertThat(reader.head()).hasValue(position);
        }

        SequencerState.Stopped stops() {
            await().atMost(PATIENCE).until(() -> sequencer.state() instanceof SequencerState.Stopped);
            return (SequencerState.Stopped) sequencer.state();
        }
    }
}
