package org.payqual.query.settlement;

import java.util.List;
import org.payqual.query.knowledge.KnownAt;

/**
 * Answers to many lines, all of one state of the log.
 *
 * @param reflects that state
 * @param answers one for each line, in their order
 */
record SettlementAnswers(KnownAt reflects, List<LineAnswer> answers) {

    /** Copies the answers. */
    SettlementAnswers {
        answers = List.copyOf(answers);
    }
}
