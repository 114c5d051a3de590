package org.payqual.query.settlement;

import java.util.List;
import java.util.UUID;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.query.person.PersonRows;
import org.payqual.query.settlement.index.Checked;
import org.payqual.query.settlement.index.Question;
import org.payqual.query.settlement.index.SettlementIndex;

/** Answers a settlement question as of a position of the past, by folding the streams concerned up to there. */
public final class PastChecks {

    private final Folded folded;
    private final PersonRows rows;
    private final AnswerCounts counts;

    /**
     * Creates what answers from the log.
     *
     * @param rows tell whose a code was
     */
    public PastChecks(Folded folded, PersonRows rows, AnswerCounts counts) {
        this.folded = folded;
        this.rows = rows;
        this.counts = counts;
    }

    /** Answers a question as of a position that the tables have reached. */
    Checked check(Question question, long position) {
        Checked checked = checked(question, position);
        counts.add(List.of(checked));
        return checked;
    }

    private Checked checked(Question question, long position) {
        List<String> people = people(question.person(), position);
        if (people.size() != 1) {
            return people.isEmpty() ? new Checked.PersonUnknown() : new Checked.CodeShared();
        }
        UUID person = UUID.fromString(people.getFirst());
        return folded.institution(question.institution(), position)
                .map(institution -> check(question, person, institution, position))
                .orElseGet(() -> new Checked.InstitutionUnknown(person));
    }

    private Checked check(Question question, UUID person, Institution institution, long position) {
        if (rows.stopped(person.toString(), position).isPresent()) {
            return new Checked.HistoryStopped(person);
        }
        return SettlementIndex.settle(
                person,
                SettlementSpans.of(folded.person(person.toString(), position)),
                folded.law(position).rulebooks().governing(institution.region(), question.day()),
                question);
    }

    private List<String> people(String reference, long position) {
        if (!SettlementIndex.isId(reference)) {
            return rows.withCode(reference, position);
        }
        return rows.survivor(reference, position).stream().toList();
    }
}
