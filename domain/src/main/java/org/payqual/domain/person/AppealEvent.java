package org.payqual.domain.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.rulebook.Determiner;

/** What is recorded of an appeal against a notice (TJ-34; CY-10, 11). */
public sealed interface AppealEvent extends PersonEvent.Decided {

    /** Returns the appeal's id, unique within the person. */
    String appeal();

    /** Returns the day of the step. */
    LocalDate date();

    /**
     * The agency received an appeal in time (TJ-34.2); it does not stay the measure.
     *
     * @param notice against which notice
     * @param by the party that appeals, each once per notice
     * @param date of receipt by the agency
     * @param ground what is objected to
     * @param signed whether the person signed
     * @param sealed whether the institution sealed
     * @param statement digest of what the party says; null if it says nothing beside the ground
     * @param handler who handles it first (TJ-34.3; CY-11)
     * @param organisation the code of the department or agency that does; null where any of them may
     */
    record Filed(
            String appeal,
            String notice,
            Party by,
            LocalDate date,
            AppealGround ground,
            boolean signed,
            boolean sealed,
            @Nullable String statement,
            Determiner handler,
            @Nullable String organisation,
            Receipt receipt)
            implements AppealEvent {}

    /**
     * The score was explained to whoever appealed (TJ-34.3).
     *
     * @param date of the explanation
     * @param explanation digest of what was said; null if none was kept
     */
    record Explained(
            String appeal, LocalDate date, @Nullable String explanation, Receipt receipt) implements AppealEvent {}

    /**
     * The dispute continued and the appeal went on (TJ-34.3; CY-11).
     *
     * @param date of the transfer
     * @param to who decides it now
     * @param organisation the code of the department or agency that does, as it made the handling; null where any of
     *     them may
     */
    record Escalated(
            String appeal,
            LocalDate date,
            Determiner to,
            @Nullable String organisation,
            Receipt receipt) implements AppealEvent {}

    /**
     * Experts reviewed a professional question of the appeal (TJ-34.3).
     *
     * @param date of their opinion
     * @param opinion digest of it; null if none was kept
     */
    record ExpertReviewed(
            String appeal, LocalDate date, @Nullable String opinion, Receipt receipt) implements AppealEvent {}

    /**
     * The appeal was decided (TJ-34.4). What it changes stands in the events recorded with it.
     *
     * @param date of the decision
     * @param outcome how
     * @param by who decided
     * @param ground what the decision found to be wrong; null where the score stands
     * @param reason digest of the reason, which nobody is denied whose score stands
     */
    record Decided(
            String appeal,
            LocalDate date,
            AppealOutcome outcome,
            Determiner by,
            @Nullable AppealGround ground,
            @Nullable String reason,
            Receipt receipt)
            implements AppealEvent {}

    /**
     * The party withdrew its appeal.
     *
     * @param date of the withdrawal
     */
    record Withdrawn(String appeal, LocalDate date, Receipt receipt) implements AppealEvent {}
}
