package org.payqual.query.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.query.settlement.LineChecks.AnsweredLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;

/**
 * Answers lines as they come, a run at a time: each run is answered at one position and on record before its answers go
 * out. That somebody asks is on record, and answers can be given, before the first line is read; whoever asks too early
 * is told so by the status. Whatever ends the stream later is said in its last line.
 */
public final class AnswerStream {

    /** How many lines are answered together. */
    static final int RUN = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(AnswerStream.class);

    private final LineStream lines;
    private final LineChecks checks;
    private final Actor actor;
    private final ObjectWriter writer;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private AnsweredLines run;
    private long answered;

    private AnswerStream(LineStream lines, LineChecks checks, Actor actor, ObjectWriter writer) {
        this.lines = lines;
        this.checks = checks;
        this.actor = actor;
        this.writer = writer;
        this.run = checks.check(List.of(), actor);
    }

    /**
     * Makes ready to answer.
     *
     * @throws ProblemException if the index is too far behind
     */
    static AnswerStream begin(LineStream lines, LineChecks checks, Actor actor, ObjectWriter writer) {
        return new AnswerStream(lines, checks, actor, writer);
    }

    /**
     * Writes all answers, then how the stream ended.
     *
     * @throws IOException if nobody takes them
     */
    public void writeTo(ServerHttpResponse response) throws IOException {
        // Sent before the first line is read: the server takes a request that breaks while nothing is sent for a bad
        // one.
        OutputStream out = response.getBody();
        response.flush();
        LineProblem problem = null;
        while (problem == null && !lines.ended()) {
            problem = next(out);
            response.flush();
        }
        LineProblem told = problem == null ? lines.fault() : problem;
        buffer.reset();
        writer.writeValue(
                buffer, new StreamEnd(new StreamEnd.End(told == null, lines.count(), answered, run.reflects(), told)));
        buffer.write('\n');
        buffer.writeTo(out);
        response.flush();
    }

    private @Nullable LineProblem next(OutputStream out) throws IOException {
        List<ReadLine> read = lines.next(RUN);
        if (read.isEmpty()) {
            return null;
        }
        try {
            run = checks.check(read, actor);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotYet notYet) {
                return LineProblem.of(notYet);
            }
            throw e;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("a stream of settlement lines ends early: {}", e.getClass().getSimpleName());
            return LineProblem.STORE_AWAY;
        }
        write(run, out);
        return null;
    }

    private void write(AnsweredLines some, OutputStream out) throws IOException {
        buffer.reset();
        try (SequenceWriter sequence = writer.withRootValueSeparator("\n").writeValues(buffer)) {
            for (LineAnswer answer : some.answers()) {
                sequence.write(answer);
            }
        }
        if (buffer.size() > 0) {
            buffer.write('\n');
        }
        buffer.writeTo(out);
        answered += some.answered();
    }
}
