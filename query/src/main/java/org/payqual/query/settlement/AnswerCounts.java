package org.payqual.query.settlement;

import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.atomic.LongAdder;
import org.payqual.query.settlement.index.Checked;

/** How many settlement questions were answered since the program started, by what came of them. */
public final class AnswerCounts {

    /** What came of a question. */
    public enum Outcome {
        /** The service is payable. */
        PAYABLE,
        /** It is not. */
        NOT_PAYABLE,
        /** It is payable only as an emergency, a rescue or another special case. */
        PAYABLE_AS_EXCEPTION,
        /** Nobody has that code or id. */
        PERSON_UNKNOWN,
        /** There is no such institution. */
        INSTITUTION_UNKNOWN,
        /** Several people have that code. */
        CODE_SHARED,
        /** No rulebook governs on that day. */
        NO_RULEBOOK,
        /** What is recorded cannot be followed. */
        HISTORY_STOPPED
    }

    private final LongAdder[] counts =
            Arrays.stream(Outcome.values()).map(it -> new LongAdder()).toArray(LongAdder[]::new);

    /** Tells how many came to one outcome. */
    public long of(Outcome outcome) {
        return counts[outcome.ordinal()].sum();
    }

    /** Counts answers; those to many questions together, so that counting costs them nothing to speak of. */
    void add(Collection<Checked> answers) {
        int[] some = new int[counts.length];
        for (Checked answer : answers) {
            some[outcome(answer).ordinal()]++;
        }
        for (int i = 0; i < some.length; i++) {
            counts[i].add(some[i]);
        }
    }

    private static Outcome outcome(Checked answer) {
        return switch (answer) {
            case Checked.Settled it ->
                switch (it.settlement().answer()) {
                    case PAYABLE -> Outcome.PAYABLE;
                    case NOT_PAYABLE -> Outcome.NOT_PAYABLE;
                    case PAYABLE_AS_EXCEPTION -> Outcome.PAYABLE_AS_EXCEPTION;
                };
            case Checked.PersonUnknown ignored -> Outcome.PERSON_UNKNOWN;
            case Checked.InstitutionUnknown ignored -> Outcome.INSTITUTION_UNKNOWN;
            case Checked.CodeShared ignored -> Outcome.CODE_SHARED;
            case Checked.NoRulebook ignored -> Outcome.NO_RULEBOOK;
            case Checked.HistoryStopped ignored -> Outcome.HISTORY_STOPPED;
        };
    }
}
