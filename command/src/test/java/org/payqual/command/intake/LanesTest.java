package org.payqual.command.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.payqual.command.sheet.Cell;
import org.payqual.command.sheet.Row;
import org.springframework.dao.QueryTimeoutException;

/** Lanes keep the order of a person's rows, do not wait for one another, and end with nothing under way. */
class LanesTest {

    private static final Heading HEADING = heading();

    private final ConcurrentLinkedQueue<Integer> treated = new ConcurrentLinkedQueue<>();

    @Test
    void rowsAboutTheSameStayInOrderAndOutcomesInThatOfTheFile() {
        try (Lanes lanes = new Lanes(new Patience())) {
            Lanes.Batch first = lanes.begin(rows(1, 100, "one"), LanesTest::about, this::treat);
            Lanes.Batch second = lanes.begin(rows(101, 200, "one"), LanesTest::about, this::treat);
            Lanes.Batch others = lanes.begin(rows(201, 300, "other"), LanesTest::about, LanesTest::refused);

            first.await();
            second.await();
            assertThat(treated)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 200).boxed().toList());
            assertThat(others.await())
                    .extracting(it -> ((Outcome.Refused) it).fault().line())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(201, 300).boxed().toList());
        }
    }

    @Test
    void aLaneThatIsDoneGoesOnWithTheNextBatchWhileAnotherIsStillAtTheFirst() throws Exception {
        CountDownLatch nextIsTreated = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(new Patience())) {
            // One waits until a row of the next batch is treated, which goes down another lane.
            Lanes.Batch first = lanes.begin(rows(1, 1, "a"), LanesTest::about, row -> {
                awaited(nextIsTreated);
                return new Outcome.Fresh();
            });
            Lanes.Batch second = lanes.begin(rows(2, 2, "b"), LanesTest::about, row -> {
                nextIsTreated.countDown();
                return new Outcome.Fresh();
            });

            assertThat(second.await()).containsExactly(new Outcome.Fresh());
            assertThat(first.await()).containsExactly(new Outcome.Fresh());
        }
    }

    @Test
    void whoClosesWaitsForTheRowUnderWayAndLetsGoOfThoseThatWait() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Lanes lanes = new Lanes(new Patience());
        Lanes.Batch batch = lanes.begin(rows(1, 2, "one"), LanesTest::about, row -> {
            begun.countDown();
            awaited(goOn);
            return treat(row);
        });
        begun.await();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> closing = threads.submit(lanes::close);
            // Once lanes are closed they take nothing any more.
            assertThatThrownBy(() -> {
                        while (!closing.isDone()) {
                            lanes.begin(rows(3, 3, "another"), LanesTest::about, row -> new Outcome.Fresh());
                        }
                    })
                    .isInstanceOf(RejectedExecutionException.class);
            assertThat(closing.isDone()).isFalse();
            goOn.countDown();
            closing.get();
        }

        assertThat(treated).containsExactly(1);
        assertThat(batch.outcomes().getFirst().get()).isEqualTo(new Outcome.Fresh());
        assertThatThrownBy(batch::await).isInstanceOf(CancellationException.class);
    }

    @Test
    void afterARowThatCannotBeTreatedNoLaneBeginsAnother() throws Exception {
        Stopped away = new Stopped(ImportLine.Stop.STORE_AWAY);
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(new Patience())) {
            Lanes.Batch under = lanes.begin(rows(1, 1, "a"), LanesTest::about, row -> {
                begun.countDown();
                awaited(failed);
                return treat(row);
            });
            begun.await();
            Lanes.Batch fails = lanes.begin(rows(2, 2, "b"), LanesTest::about, row -> {
                throw away;
            });
            Lanes.Batch same = lanes.begin(rows(3, 3, "a"), LanesTest::about, this::treat);
            Lanes.Batch failing = lanes.begin(rows(4, 4, "b"), LanesTest::about, this::treat);

            assertThatThrownBy(fails::await).isSameAs(away);
            Lanes.Batch later = lanes.begin(rows(6, 6, "d"), LanesTest::about, this::treat);
            failed.countDown();

            assertThat(under.await()).containsExactly(new Outcome.Fresh());
            for (Lanes.Batch batch : List.of(same, failing, later)) {
                assertThatThrownBy(batch::await).isSameAs(away);
            }
        }
        assertThat(treated).containsExactly(1);
    }

    @Test
    void aRowThatIsTriedAgainIsGivenUpOnceAnotherCannotBeTreated() {
        Stopped away = new Stopped(ImportLine.Stop.STORE_AWAY);
        CountDownLatch tried = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(new Patience())) {
            Lanes.Batch patient = lanes.begin(rows(1, 1, "a"), LanesTest::about, row -> storeAway(row, tried));
            lanes.begin(rows(2, 2, "b"), LanesTest::about, row -> {
                awaited(tried);
                throw away;
            });

            assertThatThrownBy(patient::await).isSameAs(away);
        }
        assertThat(treated).hasSizeLessThan(Patience.ATTEMPTS);
    }

    @Test
    void whoClosesIsNotKeptByARowThatIsTriedAgain() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        Lanes lanes = new Lanes(new Patience());
        Lanes.Batch batch = lanes.begin(rows(1, 2, "one"), LanesTest::about, row -> storeAway(row, tried));
        tried.await();

        lanes.close();

        assertThat(treated).containsOnly(1).hasSizeLessThan(Patience.ATTEMPTS);
        assertThatThrownBy(batch::await).isInstanceOf(CancellationException.class);
    }

    private Outcome storeAway(Values row, CountDownLatch tried) {
        treated.add(row.line());
        tried.countDown();
        throw new QueryTimeoutException("the store is away");
    }

    private static Heading heading() {
        Row first = new Row(
                1,
                List.of(
                        new Cell(Cell.Kind.TEXT, "定点医药机构代码"),
                        new Cell(Cell.Kind.TEXT, "机构类型"),
                        new Cell(Cell.Kind.TEXT, "是否公立"),
                        new Cell(Cell.Kind.TEXT, "医保区划"),
                        new Cell(Cell.Kind.TEXT, "协议签订日期")));
        return Heading.of(List.of(first), false, Forms.shipped());
    }

    private Outcome treat(Values row) {
        treated.add(row.line());
        return new Outcome.Fresh();
    }

    private static Outcome refused(Values row) {
        return new Outcome.Refused(RowFault.of(row.line(), "not-taken", "不予登记", "not taken"));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String about(Values row) {
        return row.text("documentNumber");
    }

    private static List<Values> rows(int first, int last, String about) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(line -> new Values(line, Map.of("documentNumber", about), HEADING))
                .toList();
    }
}
