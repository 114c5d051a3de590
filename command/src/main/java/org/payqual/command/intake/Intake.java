package org.payqual.command.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.intake.ImportLine.Step;
import org.payqual.command.sheet.Row;
import org.payqual.command.sheet.Rows;
import org.payqual.command.sheet.TableFile;
import org.payqual.command.sheet.UnreadableTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one file: reads all of it, weighs all of it, then records row by row. The file is read once for each step, so
 * that no more than some hundred rows are in memory at a time; of the others two bits are kept.
 */
final class Intake {

    /** The most rows of a file. */
    static final int MOST_ROWS = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private static final int BATCH = 240;

    private final TableFile file;
    private final Heading heading;
    private final RowReading reading;
    private final RowTaking taking;
    private final Recorder recorder;
    private final Apply apply;
    private final Report report;

    private final Patience patience = new Patience();
    private final BitSet bad = new BitSet();
    private final BitSet onRecord = new BitSet();
    private long rows;
    private long recorded;
    private long refused;
    private Outcome.@Nullable Done last;

    Intake(
            TableFile file,
            Heading heading,
            RowReading reading,
            RowTaking taking,
            Recorder recorder,
            Apply apply,
            Report report) {
        this.file = file;
        this.heading = heading;
        this.reading = reading;
        this.taking = taking;
        this.recorder = recorder;
        this.apply = apply;
        this.report = report;
    }

    /** Where the lines of the answer go. */
    interface Report {

        /**
         * Takes a line.
         *
         * @throws IOException if nobody takes them any more
         */
        void add(ImportLine line) throws IOException;
    }

    /**
     * Does all of it and tells how it ended.
     *
     * @throws IOException if nobody takes the answer any more; what is recorded stays recorded
     */
    void run() throws IOException {
        ImportLine.Stop problem = null;
        try (Lanes lanes = new Lanes(patience)) {
            read();
            weigh(lanes);
            boolean wanted = apply == Apply.GOOD_ROWS || (apply == Apply.WHOLE && bad.isEmpty());
            if (wanted) {
                record(lanes);
            }
        } catch (UnreadableTable e) {
            problem = ImportLine.Stop.of(e);
        } catch (RuntimeException e) {
            problem = Stopped.why(e);
        }
        report.add(ImportLine.of(new ImportLine.End(
                problem == null,
                heading.form().name(),
                rows,
                bad.cardinality(),
                onRecord.cardinality(),
                recorded,
                refused,
                heading.unused().stream().map(Row::letters).toList(),
                position(),
                problem)));
    }

    private void read() throws IOException, UnreadableTable {
        try (Rows all = begin()) {
            for (Row row = all.next(); row != null; row = all.next()) {
                rows++;
                if (rows > MOST_ROWS) {
                    throw new UnreadableTable(
                            row.line(),
                            "rows-too-many",
                            "一个文件不得超过 " + MOST_ROWS + " 行",
                            "a file must not have more than " + MOST_ROWS + " rows");
                }
                RowReading.Read read = reading.read(row);
                List<RowFault> faults = read.faults().isEmpty() ? taking.against(read.values()) : read.faults();
                for (RowFault fault : faults) {
                    bad.set(row.line());
                    report.add(ImportLine.of(fault));
                }
                if (rows % BATCH == 0) {
                    report.add(ImportLine.of(Step.READING, rows, Math.max(rows, file.about() - 1)));
                }
            }
            report.add(ImportLine.of(Step.READING, rows, rows));
        }
    }

    private void weigh(Lanes lanes) throws IOException, UnreadableTable {
        each(Step.CHECKING, rows - bad.cardinality(), lanes, taking::foreseeing, (row, outcome) -> {
            if (outcome instanceof Outcome.OnRecord) {
                onRecord.set(row.line());
            } else if (outcome instanceof Outcome.Refused(RowFault fault)) {
                bad.set(row.line());
                report.add(ImportLine.of(fault));
            }
        });
    }

    private void record(Lanes lanes) throws IOException, UnreadableTable {
        long all = rows - bad.cardinality() - onRecord.cardinality();
        each(Step.RECORDING, all, lanes, taking::taking, (row, outcome) -> {
            switch (outcome) {
                case Outcome.Done done -> {
                    recorded++;
                    last = done;
                }
                case Outcome.Refused(RowFault fault) -> {
                    refused++;
                    report.add(ImportLine.of(fault));
                }
                case Outcome.OnRecord known -> onRecord.set(row.line());
                case Outcome.Fresh fresh -> throw new IllegalStateException("a row was taken and is not recorded");
            }
        });
    }

    /** What is done with a row once its outcome is known. */
    private interface Consequence {
        void of(Values row, Outcome outcome) throws IOException;
    }

    /** Treats every row that is neither bad nor on record, some hundred at a time. */
    private void each(
            Step step,
            long all,
            Lanes lanes,
            Function<List<Values>, Function<Values, Outcome>> treatment,
            Consequence consequence)
            throws IOException, UnreadableTable {
        long done = 0;
        report.add(ImportLine.of(step, done, all));
        try (Rows left = begin()) {
            Queue<Lanes.Batch> underWay = new ArrayDeque<>();
            do {
                List<Values> next = batch(left);
                if (!next.isEmpty()) {
                    underWay.add(lanes.begin(next, taking::about, patience.until(() -> treatment.apply(next))));
                }
                // While the lanes treat one batch, the next one is made ready.
                Lanes.Batch first = next.isEmpty() || underWay.size() > 1 ? underWay.poll() : null;
                if (first != null) {
                    conclude(first, consequence);
                    done += first.rows().size();
                    report.add(ImportLine.of(step, done, all));
                }
            } while (!underWay.isEmpty());
        }
    }

    private void conclude(Lanes.Batch batch, Consequence consequence) throws IOException {
        List<Outcome> outcomes = batch.await();
        patience.until(() -> {
            taking.putOnRecord();
            return true;
        });
        for (int i = 0; i < outcomes.size(); i++) {
            consequence.of(batch.rows().get(i), outcomes.get(i));
        }
    }

    private List<Values> batch(Rows left) throws UnreadableTable {
        List<Values> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Row row = left.next();
            if (row == null) {
                break;
            }
            if (!bad.get(row.line()) && !onRecord.get(row.line())) {
                batch.add(reading.read(row).values());
            }
        }
        return batch;
    }

    private Rows begin() throws IOException, UnreadableTable {
        Rows all = file.rows();
        all.next();
        return all;
    }

    private @Nullable Long position() {
        if (last == null) {
            return null;
        }
        try {
            OptionalLong position =
                    recorder.sealed(last.target(), last.version()).position();
            return position.isPresent() ? position.getAsLong() : null;
        } catch (RuntimeException e) {
            // All is recorded, and so it is told; where, is seen once it is sealed.
            LOG.warn(
                    "an import is recorded and its position not told: {}",
                    e.getClass().getSimpleName());
            return null;
        }
    }
}
