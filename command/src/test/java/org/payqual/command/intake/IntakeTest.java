package org.payqual.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.command.dispatch.UnreadableStreams;
import org.payqual.command.port.Digests;
import org.payqual.command.port.KeyedDigest;
import org.payqual.command.port.Sealing;
import org.payqual.command.sheet.Cell;
import org.payqual.command.sheet.Row;
import org.payqual.command.sheet.Rows;
import org.payqual.command.sheet.TableFile;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.StreamType;
import org.springframework.dao.QueryTimeoutException;

/** Whatever happens to a file, its answer ends with a line that says so, unless nobody reads on. */
class IntakeTest {

    /** Three times as many as are looked up at once. */
    private static final int ROWS = 720;

    private final List<ImportLine> lines = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void nobodyIsInterrupted() {
        assertThat(Thread.interrupted())
                .as("the next test begins uninterrupted")
                .isFalse();
    }

    @Test
    void aFileThatIsOnRecordIsToldWhole() throws IOException {
        run(row -> new Outcome.OnRecord(), () -> {});

        assertThat(end().complete()).isTrue();
        assertThat(end().rows()).isEqualTo(ROWS);
        assertThat(end().onRecord()).isEqualTo(ROWS);
    }

    @Test
    void whatNobodyForesawWhileABatchIsLookedUpEndsTheAnswerWithWordsOfItsOwn() throws IOException {
        run(row -> new Outcome.OnRecord(), () -> {
            throw new IllegalStateException("a document was claimed and released again and again by others");
        });

        assertThat(problem()).isEqualTo(ImportLine.Stop.BROKE_OFF);
        assertThat(end().complete()).isFalse();
    }

    @Test
    void soDoesWhatNobodyForesawOfARow() throws IOException {
        run(
                row -> {
                    throw new IllegalStateException("no version was expected");
                },
                () -> {});

        assertThat(problem()).isEqualTo(ImportLine.Stop.BROKE_OFF);
    }

    @Test
    void aProblemOfALookupThatDoesNotPassIsToldToo() throws IOException {
        run(row -> new Outcome.OnRecord(), () -> {
            throw new ProblemException(new Problem.KeyReused());
        });

        assertThat(problem()).isEqualTo(ImportLine.Stop.BROKE_OFF);
    }

    @Test
    void whoeverIsInterruptedWhileABatchIsLookedUpSaysThatTheProgramStops() throws IOException {
        run(row -> new Outcome.OnRecord(), () -> {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("interrupted while waiting for a connection");
        });

        assertThat(Thread.interrupted()).as("whoever called hears of it").isTrue();
        assertThat(problem()).isEqualTo(ImportLine.Stop.INTERRUPTED);
    }

    @Test
    void whoeverNoLongerReadsKeepsNoPlaceThoughTheStoreIsAway() {
        Intake intake = intake(
                row -> {
                    if (row.line() <= 241) {
                        return new Outcome.OnRecord();
                    }
                    attempts.incrementAndGet();
                    throw new QueryTimeoutException("the store is away");
                },
                () -> {},
                line -> {
                    ImportLine.Progress progress = line.progress();
                    if (progress != null && progress.step() == ImportLine.Step.CHECKING && progress.done() > 0) {
                        throw new IOException("nobody reads on");
                    }
                });

        assertThatThrownBy(intake::run).hasMessage("nobody reads on");
        assertThat(attempts.get()).as("of the rows of the next batch").isLessThan(Patience.ATTEMPTS);
    }

    @Test
    void whatIsRecordedIsToldThoughItIsNotSeenWhere() throws IOException {
        run(row -> new Outcome.Done(Target.institution(row.text("institution")), 0), () -> {});

        assertThat(end().complete()).isTrue();
        assertThat(end().recorded()).isEqualTo(ROWS);
        assertThat(end().position()).isNull();
    }

    private void run(Function<Values, Outcome> treatment, Runnable lookup) throws IOException {
        intake(treatment, lookup, lines::add).run();
    }

    private ImportLine.End end() {
        return Objects.requireNonNull(lines.getLast().end());
    }

    private ImportLine.@Nullable Stop problem() {
        return end().problem();
    }

    private static Intake intake(Function<Values, Outcome> treatment, Runnable lookup, Intake.Report report) {
        Heading heading = Heading.of(List.of(heading()), false, Forms.shipped());
        return new Intake(
                new Sheet(),
                heading,
                new RowReading(heading, Forms.shipped(), LocalDate.of(2025, 6, 2)),
                new Taking(treatment, lookup),
                nothingIsSealed(),
                Apply.WHOLE,
                report);
    }

    /** Looks up and treats as it is told; what is recorded is fresh when it is checked. */
    private record Taking(Function<Values, Outcome> treatment, Runnable lookup) implements RowTaking {

        @Override
        public List<RowFault> against(Values row) {
            return List.of();
        }

        @Override
        public String about(Values row) {
            return row.text("institution");
        }

        @Override
        public Function<Values, Outcome> foreseeing(List<Values> rows) {
            lookup.run();
            return row -> treatment.apply(row) instanceof Outcome.Done ? new Outcome.Fresh() : treatment.apply(row);
        }

        @Override
        public void putOnRecord() {
            // Nobody is read of.
        }

        @Override
        public Function<Values, Outcome> taking(List<Values> rows) {
            return treatment;
        }
    }

    private static Recorder nothingIsSealed() {
        Sealing away = new Sealing() {
            @Override
            public OptionalLong await(StreamType type, String stream, long sequence) {
                throw new QueryTimeoutException("the store is away");
            }

            @Override
            public boolean stopped() {
                return false;
            }
        };
        Digests unused = new Digests() {
            @Override
            public KeyedDigest ofKey(String issuer, String subject, String target, String key) {
                throw new IllegalStateException("nothing is submitted");
            }

            @Override
            public KeyedDigest ofRequest(String issuer, String subject, String target, byte[] request) {
                throw new IllegalStateException("nothing is submitted");
            }
        };
        return new Recorder(SimpleCommandBus.builder().build(), unused, away, new UnreadableStreams());
    }

    /** A list of institutions in memory. */
    private static final class Sheet implements TableFile {

        @Override
        public Rows rows() {
            Iterator<Row> rows = Stream.concat(
                            Stream.of(heading()),
                            IntStream.rangeClosed(2, ROWS + 1)
                                    .mapToObj(line ->
                                            row(line, "H1201" + (10_000 + line), "医院", "是", "120101", "2025-01-02")))
                    .iterator();
            return new Rows() {
                @Override
                public @Nullable Row next() {
                    return rows.hasNext() ? rows.next() : null;
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }

        @Override
        public long about() {
            return ROWS + 1;
        }

        @Override
        public boolean joinsHeading() {
            return false;
        }
    }

    private static Row heading() {
        return row(1, "定点医药机构代码", "机构类型", "是否公立", "医保区划", "协议签订日期");
    }

    private static Row row(int line, String... cells) {
        return new Row(
                line, Stream.of(cells).map(it -> new Cell(Cell.Kind.TEXT, it)).toList());
    }
}
