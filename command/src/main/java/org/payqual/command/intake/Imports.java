package org.payqual.command.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.payqual.command.Submission;
import org.payqual.command.dispatch.Foresight;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.port.Identities;
import org.payqual.command.port.Labels;
import org.payqual.command.sheet.Row;
import org.payqual.command.sheet.Rows;
import org.payqual.command.sheet.TableFile;
import org.payqual.command.sheet.UnreadableTable;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.access.Permits;
import org.payqual.domain.file.Fault;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes files in and makes ready what is to be done with them. */
@Component
class Imports {

    /** Two at a time leave the store to everybody else. */
    private static final int AT_A_TIME = 2;

    private static final int BUSY_S = 15;

    private final Recorder recorder;
    private final Foresight ledger;
    private final Identities identities;
    private final AccessRecord record;
    private final Labels labels;
    private final Permits permits;
    private final Clock clock;
    private final Spool spool;
    private final ImportsUnderWay underWay;
    private final Forms forms = Forms.shipped();
    private final Semaphore places = new Semaphore(AT_A_TIME);

    Imports(
            Recorder recorder,
            Foresight ledger,
            Identities identities,
            AccessRecord record,
            Labels labels,
            Permits permits,
            Clock clock,
            ImportsUnderWay underWay,
            @Value("${payqual.imports.folder}") Path folder) {
        this.recorder = recorder;
        this.ledger = ledger;
        this.identities = identities;
        this.record = record;
        this.labels = labels;
        this.permits = permits;
        this.clock = clock;
        this.spool = Spool.in(folder);
        this.underWay = underWay;
    }

    /**
     * Takes a file in and reads its heading.
     *
     * @param digest as the sender worked it out, where it did
     * @return what is left to do; whoever gets it closes it
     * @throws ProblemException if the file is none that can be taken, or others are being taken
     */
    ImportAnswer begin(InputStream body, long announced, @Nullable String digest, Apply apply, Submission submission)
            throws IOException {
        if (!places.tryAcquire()) {
            throw new ProblemException(new Problem.NotYet(
                    "imports-busy", BUSY_S, "正在导入其他文件，请稍后重试。", "Other files are being imported; try again later."));
        }
        boolean ready = false;
        try {
            ImportAnswer answer = taken(spool.take(body, announced, digest), apply, submission);
            ready = true;
            return answer;
        } finally {
            if (!ready) {
                places.release();
            }
        }
    }

    private ImportAnswer taken(Spool.Spooled file, Apply apply, Submission submission) throws IOException {
        boolean ready = false;
        try {
            TableFile table = open(file.path());
            Heading heading = heading(table);
            LocalDate today = LocalDate.now(clock);
            RowReading reading = new RowReading(heading, forms, today);
            RowTaking taking = taking(heading, today, submission);
            ready = true;
            return new ImportAnswer(
                    answer -> underWay.run(
                            answer,
                            report -> new Intake(table, heading, reading, taking, recorder, apply, report).run()),
                    () -> {
                        file.close();
                        places.release();
                    });
        } finally {
            if (!ready) {
                file.close();
            }
        }
    }

    private RowTaking taking(Heading heading, LocalDate today, Submission submission) {
        Sender sender = new Sender(recorder, submission);
        People people = new People(identities, record, submission.actor());
        return switch (heading.form().name()) {
            case ROSTER -> new RosterTaking(ledger, people, sender, permits);
            case INSTITUTIONS -> new InstitutionsTaking(ledger, labels, sender, permits);
            case DECISIONS -> new DecisionsTaking(ledger, people, sender, permits, submission.actor(), heading, today);
        };
    }

    private static TableFile open(Path path) throws IOException {
        try {
            return TableFile.open(path);
        } catch (UnreadableTable e) {
            throw problem(e);
        }
    }

    private Heading heading(TableFile table) throws IOException {
        try (Rows rows = table.rows()) {
            List<Row> first = new ArrayList<>();
            for (Row row = rows.next(); row != null && first.size() < Heading.FURTHEST; row = rows.next()) {
                first.add(row);
            }
            if (first.isEmpty()) {
                throw new UnreadableTable("file-empty", "文件里没有任何内容", "there is nothing in the file");
            }
            return Heading.of(first, table.joinsHeading(), forms);
        } catch (UnreadableTable e) {
            throw problem(e);
        }
    }

    private static ProblemException problem(UnreadableTable e) {
        return new ProblemException(
                e.line() == 0
                        ? new Problem.Malformed(
                                e.code(),
                                null,
                                e.reason().zh() + "。",
                                e.reason().en() + ".")
                        : new Problem.FaultyFile(List.of(new Fault(e.line(), 1, "", Fault.Kind.SYNTAX, e.reason()))));
    }
}
