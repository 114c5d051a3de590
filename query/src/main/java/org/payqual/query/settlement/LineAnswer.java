package org.payqual.query.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.Settlement;
import org.payqual.query.settlement.index.Checked;

/**
 * What came of one line.
 *
 * @param line its number, from 1
 * @param answer whether the service is payable; absent where the line has no answer
 * @param ground why; absent where person or institution is unknown
 * @param provision on which the answer rests
 * @param rulebook by which it was given
 * @param objection whether an appeal of the person is open on that day
 * @param person the person's id in the ledger
 * @param position of the log that the answer reflects
 * @param problem why the line has no answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineAnswer(
        long line,
        @Nullable LineVerdict answer,
        Settlement.@Nullable Ground ground,
        @Nullable String provision,
        @Nullable String rulebook,
        @Nullable Boolean objection,
        @Nullable String person,
        @Nullable Long position,
        @Nullable LineProblem problem) {

    static LineAnswer of(long line, Checked checked, long position) {
        return switch (checked) {
            case Checked.Settled it ->
                new LineAnswer(
                        line,
                        LineVerdict.of(it.settlement().answer()),
                        it.settlement().ground(),
                        it.settlement().provision().citation(),
                        it.rulebook(),
                        it.settlement().objection(),
                        it.person().toString(),
                        position,
                        null);
            case Checked.PersonUnknown ignored -> unknown(line, LineVerdict.PERSON_UNKNOWN, position);
            case Checked.InstitutionUnknown ignored -> unknown(line, LineVerdict.INSTITUTION_UNKNOWN, position);
            case Checked.CodeShared ignored -> of(line, LineProblem.CODE_SHARED);
            case Checked.NoRulebook it -> of(line, LineProblem.noRulebook(it.needed()));
            case Checked.HistoryStopped ignored -> of(line, LineProblem.STOPPED);
        };
    }

    static LineAnswer of(long line, LineProblem problem) {
        return new LineAnswer(line, null, null, null, null, null, null, null, problem);
    }

    private static LineAnswer unknown(long line, LineVerdict verdict, long position) {
        return new LineAnswer(line, verdict, null, null, null, null, null, position, null);
    }
}
