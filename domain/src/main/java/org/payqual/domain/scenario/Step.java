package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;

/**
 * A step of a scenario.
 *
 * @param line on which it stands, counted from 1
 * @param date the day on which it takes effect
 * @param recorded the day on which it becomes known; a step is never known before the one written above it
 * @param who the people concerned, at least one
 * @param act what happens
 * @param refused the provision on which it is expected to be refused; null where it is expected to be accepted
 */
public record Step(
        int line,
        LocalDate date,
        LocalDate recorded,
        List<String> who,
        Act act,
        @Nullable Provision refused) {

    /** Copies the people. */
    public Step {
        who = List.copyOf(who);
    }
}
