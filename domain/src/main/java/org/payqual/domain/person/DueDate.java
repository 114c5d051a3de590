package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Duty;

/**
 * By when something is due about a person.
 *
 * @param duty what is due
 * @param about the id of the notice, appeal or restoration, or the code of the institution, that it is about
 * @param party whose it is, where each party has its own; null otherwise
 * @param from the first day on which it can be done; null where that is no question
 * @param dueOn the last day, or the first day after a term that runs out
 * @param estimated whether it was counted through a year whose calendar is not adopted
 * @param provision on which it rests
 */
public record DueDate(
        Duty duty,
        String about,
        @Nullable Party party,
        @Nullable LocalDate from,
        LocalDate dueOn,
        boolean estimated,
        Provision provision) {}
