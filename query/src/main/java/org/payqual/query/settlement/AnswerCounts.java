package org.payqual.query.settlement;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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

    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

    /** Begins with none. */
    public AnswerCounts() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    /** Tells how many came to one outcome. */
    public long of(Outcome outcome) {
        return adder(outcome).sum();
    }

    /** Counts answers. */
    void add(Collection<Checked> answers) {
        answers.forEach(it -> adder(outcome(it)).increment());
    }

    private LongAdder adder(Outcome outcome) {
        return Objects.requireNonNull(counts.get(outcome));
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
