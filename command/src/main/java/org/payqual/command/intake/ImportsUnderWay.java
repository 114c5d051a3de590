package org.payqual.command.intake;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The files that are being imported by this process, and how far that is, for whoever measures the program. */
@Component
public final class ImportsUnderWay {

    private static final ImportLine.Progress BEGUN = new ImportLine.Progress(ImportLine.Step.READING, 0, 0);

    private final Map<Object, ImportLine.Progress> present = new ConcurrentHashMap<>();

    /** Creates it with none under way. */
    ImportsUnderWay() {}

    /**
     * Does the work on a file and hears from its answer how far it is.
     *
     * @param report where the lines of the answer go
     * @throws IOException if nobody takes the answer any more
     */
    void run(Intake.Report report, ImportAnswer.Work work) throws IOException {
        Object file = new Object();
        present.put(file, BEGUN);
        try {
            work.run(line -> {
                ImportLine.Progress progress = line.progress();
                if (progress != null) {
                    present.put(file, progress);
                }
                report.add(line);
            });
        } finally {
            present.remove(file);
        }
    }

    /** Tells how many files are being imported. */
    public int files() {
        return present.size();
    }

    /** Tells with how many rows of their present steps they have done. */
    public long done() {
        return present.values().stream().mapToLong(ImportLine.Progress::done).sum();
    }

    /** Tells how many rows their present steps have. */
    public long all() {
        return present.values().stream().mapToLong(ImportLine.Progress::all).sum();
    }
}
