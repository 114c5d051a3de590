package org.payqual.query.redress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.person.Appeal;
import org.payqual.domain.person.AppealGround;
import org.payqual.domain.person.AppealOutcome;
import org.payqual.domain.person.Party;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.query.knowledge.KnownAt;

/**
 * The appeals against a person's notices (TJ-34; CY-10, 11).
 *
 * @param person the person's id
 * @param validAt the day asked about
 * @param reflects the state of the log
 * @param version of the person's stream in that state
 * @param objected whether any of them is open on that day
 * @param appeals in order of recording
 */
record AppealsAnswer(
        String person, LocalDate validAt, KnownAt reflects, long version, boolean objected, List<AppealShown> appeals) {

    AppealsAnswer {
        appeals = List.copyOf(appeals);
    }

    /**
     * One appeal. Apart from {@code open}, all is told as known in that state of the log, whatever the day.
     *
     * @param appeal its id
     * @param notice against which notice
     * @param by the party that appeals
     * @param byLabel the same in words
     * @param ground what it objects to
     * @param groundLabel the same in words
     * @param filed the day on which the agency received it
     * @param open whether it is open on the day asked about
     * @param handler who decides it, or decided it
     * @param handlerLabel the same in words
     * @param organisation the code of the department or agency that does or did; absent where any of them may
     * @param explained whether the score was explained
     * @param escalated whether it went on to the next to decide
     * @param latest the day of its latest step
     * @param closed the first day on which it is no longer open; absent while it waits
     * @param outcome how it was decided; absent while it waits, and where it ended without a decision because it was
     *     withdrawn or its notice fell
     * @param outcomeLabel the same in words
     */
    record AppealShown(
            String appeal,
            String notice,
            Party by,
            Text byLabel,
            AppealGround ground,
            Text groundLabel,
            LocalDate filed,
            boolean open,
            Determiner handler,
            Text handlerLabel,
            @Nullable String organisation,
            boolean explained,
            boolean escalated,
            LocalDate latest,
            @Nullable LocalDate closed,
            @Nullable AppealOutcome outcome,
            @Nullable Text outcomeLabel) {

        static AppealShown of(Appeal held, LocalDate day) {
            AppealOutcome outcome = held.outcome();
            return new AppealShown(
                    held.id(),
                    held.notice(),
                    held.by(),
                    RedressLabels.of(held.by()),
                    held.ground(),
                    RedressLabels.of(held.ground()),
                    held.filed(),
                    held.openOn(day),
                    held.handler(),
                    RedressLabels.of(held.handler()),
                    held.organisation(),
                    held.explained(),
                    held.escalated(),
                    held.reached(),
                    held.closed(),
                    outcome,
                    outcome == null ? null : RedressLabels.of(outcome));
        }
    }
}
