package org.payqual.query.redress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.person.DueDate;
import org.payqual.domain.person.Party;
import org.payqual.domain.rulebook.Duty;
import org.payqual.query.knowledge.KnownAt;

/**
 * What is due about a person on a day.
 *
 * @param person the person's id
 * @param validAt the day
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param objected whether an appeal of the person is open on that day
 * @param due by date
 */
record DueDatesAnswer(
        String person, LocalDate validAt, KnownAt reflects, long version, boolean objected, List<DueShown> due) {

    DueDatesAnswer {
        due = List.copyOf(due);
    }

    /**
     * Something that is due.
     *
     * @param duty what
     * @param label the same in words
     * @param about the notice, restoration or institution that it is about
     * @param party whose it is; absent where it is nobody's in particular
     * @param from the first day on which it can be done; absent where that is no question
     * @param dueOn the last day, or the first day after a term that runs out
     * @param estimated whether the calendar of a year on the way is not adopted
     * @param provision on which it rests
     */
    record DueShown(
            Duty duty,
            Text label,
            String about,
            @Nullable Party party,
            @Nullable LocalDate from,
            LocalDate dueOn,
            boolean estimated,
            String provision) {

        static DueShown of(DueDate it) {
            return new DueShown(
                    it.duty(),
                    RedressLabels.of(it.duty()),
                    it.about(),
                    it.party(),
                    it.from(),
                    it.dueOn(),
                    it.estimated(),
                    it.provision().citation());
        }
    }
}
