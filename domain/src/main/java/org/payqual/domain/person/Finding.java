package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Responsibility;

/**
 * One finding of a notice: that an act of a kind met a circumstance, with what degree of responsibility.
 *
 * @param violation the kind of act, by a code of the authority's own in capitals; neither regulation lists them (TJ-25)
 * @param circumstance the circumstance met, by its citation, such as {@code TJ-27.1}
 * @param responsibility the degree (TJ-30)
 * @param points the points of the circumstance's band for that degree (TJ-26 to 30)
 * @param actedFrom the first day of the act, where known
 * @param actedTo the last day of the act
 * @param article the article of the regulation that the handling applied, where the circumstance names articles
 * @param basis code of the legal or contractual basis besides, where stated
 * @param reason digest of the officer's reason, where the circumstance leaves room for one
 * @param amount involved, in whole yuan, where the circumstance is scored by amounts
 * @param move the ground on which the officer moved the finding one band, where one did
 */
public record Finding(
        String violation,
        String circumstance,
        Responsibility responsibility,
        int points,
        @Nullable LocalDate actedFrom,
        LocalDate actedTo,
        @Nullable Integer article,
        @Nullable String basis,
        @Nullable String reason,
        @Nullable Long amount,
        @Nullable String move) {}
