package org.payqual.query.settlement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.payqual.domain.access.AccessRecord;
import org.payqual.domain.ledger.Actor;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.query.knowledge.Knowledge;
import org.payqual.query.knowledge.KnownAt;
import org.payqual.query.settlement.index.Checked;
import org.payqual.query.settlement.index.Question;
import org.payqual.query.settlement.index.SettlementIndex;

/**
 * Answers from the index all that is sealed when the question comes, and lines together with the access record: no
 * answer is given that is not on record.
 */
public final class LineChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SettlementIndex index;
    private final Knowledge knowledge;
    private final AccessRecord record;
    private final AnswerCounts counts;

    /** Creates what answers from this index. */
    public LineChecks(SettlementIndex index, Knowledge knowledge, AccessRecord record, AnswerCounts counts) {
        this.index = index;
        this.knowledge = knowledge;
        this.record = record;
        this.counts = counts;
    }

    /**
     * A run of lines with their answers.
     *
     * @param reflects the state of the log
     * @param answers one for each line
     */
    record AnsweredLines(KnownAt reflects, List<LineAnswer> answers) {

        /** Copies the answers. */
        AnsweredLines {
            answers = List.copyOf(answers);
        }

        /** Returns how many lines have an answer. */
        long answered() {
            return answers.stream().filter(it -> it.problem() == null).count();
        }
    }

    /**
     * Answers questions at one position, not before everything that was sealed when they came.
     *
     * @throws ProblemException if the index does not get so far in a moment
     */
    SettlementIndex.Answered check(List<Question> questions) {
        long sealed = knowledge.sealed().position();
        try {
            if (!index.await(sealed, PATIENCE)) {
                throw Knowledge.notReached();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Knowledge.notReached();
        }
        SettlementIndex.Answered answered = index.answer(questions)
                .filter(it -> it.reflects().position() >= sealed)
                .orElseThrow(Knowledge::notReached);
        counts.add(answered.answers());
        return answered;
    }

    /** Answers lines, and puts on record who asked about whom. */
    AnsweredLines check(List<ReadLine> lines, Actor actor) {
        List<SettlementLine> sound = new ArrayList<>(lines.size());
        List<Question> questions = new ArrayList<>(lines.size());
        for (ReadLine line : lines) {
            if (line instanceof ReadLine.Sound it) {
                sound.add(it.asks());
                questions.add(it.asks().question());
            }
        }
        SettlementIndex.Answered answered = check(questions);
        KnownAt reflects = answered.reflects();
        BulkRecord packed = new BulkRecord(sound.size());
        for (int i = 0; i < sound.size(); i++) {
            packed.add(sound.get(i), answered.answers().get(i));
        }
        record.write(packed.reading(actor, reflects.position(), lines.size()));
        return new AnsweredLines(reflects, answers(lines, answered.answers(), reflects.position()));
    }

    private static List<LineAnswer> answers(List<ReadLine> lines, List<Checked> checked, long position) {
        List<LineAnswer> answers = new ArrayList<>(lines.size());
        int next = 0;
        for (ReadLine line : lines) {
            answers.add(
                    switch (line) {
                        case ReadLine.Sound it -> LineAnswer.of(it.number(), checked.get(next++), position);
                        case ReadLine.Faulty it -> LineAnswer.of(it.number(), it.problem());
                    });
        }
        return answers;
    }
}
