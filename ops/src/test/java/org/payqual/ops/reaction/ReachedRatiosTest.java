package org.payqual.ops.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.institution.InstitutionCommand.RecordRatio;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.LedgerOpened;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.rulebook.Share;
import org.payqual.ops.postgres.TestPostgres;
import org.payqual.projections.live.Progress;
import org.payqual.projections.log.SealedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A ratio reaches its threshold by what becomes known, or by a day that comes (TJ-33). */
class ReachedRatiosTest {

    private static final Event NO_MATTER = new LedgerOpened("id", 0, true);
    private static final String LAST_MOMENT = "2025-03-09T23:59:59.999+08:00";
    private static final String MIDNIGHT = "2025-03-10T00:00:00.000+08:00";

    private TestPostgres.Database database;
    private HikariDataSource projector;
    private JdbcClient jdbc;
    private ReachedRatios ratios;

    @BeforeEach
    void open() {
        database = TestPostgres.create();
        projector = database.access().projectorPool();
        jdbc = JdbcClient.create(projector);
        ratios = new ReachedRatios(new Progress(jdbc), jdbc);
    }

    @AfterEach
    void close() {
        projector.close();
        database.close();
    }

    @Test
    void whatBecomesKnownOfTheDaysThatHaveComeIsTold() {
        member("A", "[2025-01-07,2025-03-09)", "[1,)", false);
        member("A", "[2025-03-09,2025-05-09)", "[5,)", true);
        member("B", "[2025-01-07,)", "[2,)", false);
        reflect(5);
        assertThat(take(2, StreamType.PERSON, LAST_MOMENT)).isEmpty();
        assertThat(take(5, StreamType.PERSON, LAST_MOMENT)).containsExactly(errand(5, "2025-03-09", 1, 2));
        assertThat(take(5, StreamType.PERSON, LAST_MOMENT)).as("taken again").hasSize(1);
    }

    @Test
    void aMeasureThatBeginsLaterIsToldByTheFirstEventOfThatDay() {
        member("A", "[2025-01-07,2025-03-10)", "[1,)", false);
        member("A", "[2025-03-10,2025-05-10)", "[5,)", true);
        reflect(9);
        assertThat(take(5, StreamType.PERSON, LAST_MOMENT)).isEmpty();
        assertThat(take(6, StreamType.HANDLING, LAST_MOMENT)).isEmpty();
        assertThat(take(7, StreamType.HANDLING, MIDNIGHT)).containsExactly(errand(7, "2025-03-10", 1, 1));
        assertThat(take(8, StreamType.HANDLING, MIDNIGHT)).isEmpty();
    }

    @Test
    void aYearThatBeginsIsToldOfTheMeasuresThatRunIntoIt() {
        member("A", "[2025-12-20,2026-02-20)", "[5,)", true);
        reflect(9);
        assertThat(take(6, StreamType.LEDGER, "2025-12-31T23:00:00+08:00")).isEmpty();
        assertThat(take(7, StreamType.LEDGER, "2026-01-03T08:00:00+08:00"))
                .containsExactly(errand(7, "2026-01-01", 1, 1));
    }

    @Test
    void nothingIsToldOfPeopleOneOfWhomCannotBeFollowed() {
        member("A", "[2025-01-07,2025-05-10)", "[5,)", true);
        member("B", "[2025-01-07,)", "[3,4)", false);
        jdbc.sql("INSERT INTO read.stopped VALUES ('B', 4, 'no matter')").update();
        reflect(5);
        assertThat(take(5, StreamType.PERSON, LAST_MOMENT)).isEmpty();
    }

    @Test
    void noEventOfAPersonIsTakenBeforeTheRowsReflectIt() {
        reflect(4);
        assertThatThrownBy(() -> take(5, StreamType.PERSON, LAST_MOMENT)).isInstanceOf(TooEarly.class);
    }

    @Test
    void whatCanChangeNoRatioIsNotEvenRead() {
        reflect(4);
        take(1, StreamType.PERSON, LAST_MOMENT);
        assertThat(ratios.concerns(sealed(2, StreamType.PERSON, "person.scored", LAST_MOMENT), jdbc))
                .isFalse();
        assertThat(ratios.concerns(sealed(3, StreamType.PERSON, "person.departed", LAST_MOMENT), jdbc))
                .isTrue();
        assertThat(ratios.concerns(sealed(4, StreamType.PERSON, "person.scored", MIDNIGHT), jdbc))
                .as("the first of its day")
                .isTrue();
    }

    @Test
    void whatIsReadOfTwoBuildsOfTheTablesIsReadAgain() {
        member("A", "[2025-03-09,2025-05-09)", "[5,)", true);
        reflect(5);
        AtomicBoolean exchanged = new AtomicBoolean();
        DataSource exchanging = new DelegatingDataSource(projector) {
            @Override
            public Connection getConnection() throws SQLException {
                if (exchanged.compareAndSet(false, true)) {
                    jdbc.sql("UPDATE read.progress SET build = build + 1 WHERE reader = 'live'")
                            .update();
                }
                return super.getConnection();
            }
        };
        ratios = new ReachedRatios(new Progress(jdbc), JdbcClient.create(exchanging));
        assertThatThrownBy(() -> takeAlone(5, LAST_MOMENT)).isInstanceOf(TooEarly.class);
        assertThat(takeAlone(5, LAST_MOMENT)).containsExactly(errand(5, "2025-03-09", 1, 1));
    }

    private static Errand errand(long position, String day, int measured, int registered) {
        return new CommandErrand<>(
                Target.institution("H1"),
                "record-ratio",
                String.valueOf(position),
                "event-" + position,
                new RecordRatio(
                        List.of(new RecordRatio.Day(LocalDate.parse(day), new Share(measured, registered))), position),
                Set.of("ratio-not-crossed"));
    }

    /** Takes an event in as a reactor does. */
    private List<Errand> take(long position, StreamType stream, String sealedAt) {
        SealedEvent sealed =
                sealed(position, stream, stream == StreamType.PERSON ? "person.suspended" : "no-matter", sealedAt);
        return ratios.concerns(sealed, jdbc) ? ratios.take(sealed, NO_MATTER, jdbc) : List.of();
    }

    private List<Errand> takeAlone(long position, String sealedAt) {
        return ratios.take(sealed(position, StreamType.PERSON, "person.suspended", sealedAt), NO_MATTER, jdbc);
    }

    private static SealedEvent sealed(long position, StreamType stream, String name, String sealedAt) {
        Instant sealed = OffsetDateTime.parse(sealedAt).toInstant();
        return new SealedEvent(
                position,
                sealed,
                stream,
                "id",
                0,
                "event-" + position,
                sealed,
                name,
                1,
                new byte[0],
                new byte[0],
                new byte[0]);
    }

    private void member(String person, String valid, String known, boolean underMeasure) {
        jdbc.sql("INSERT INTO read.membership VALUES (?, ?::daterange, ?::int8range, 'H1', ?)")
                .params(person, valid, known, underMeasure)
                .update();
    }

    private void reflect(long position) {
        jdbc.sql("UPDATE read.progress SET position = ? WHERE reader = 'live'")
                .param(position)
                .update();
    }
}
