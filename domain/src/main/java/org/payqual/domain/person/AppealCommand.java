package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Determiner;

/** What may be asked to be recorded of an appeal (TJ-34; CY-10, 11). */
public sealed interface AppealCommand extends PersonCommand {

    /** Returns the appeal's id. */
    String appeal();

    /** Returns the day of the step. */
    LocalDate date();

    /**
     * Records that the agency received an appeal (TJ-34.2).
     *
     * @param notice against which notice
     * @param by the party that appeals
     * @param ground what is objected to
     * @param signed whether the person signed
     * @param sealed whether the institution sealed
     * @param statement digest of what the party says
     * @param institution the code of the institution that files it itself; null where the person does, or the agency
     *     has the paper
     */
    record File(
            String appeal,
            String notice,
            Party by,
            LocalDate date,
            AppealGround ground,
            boolean signed,
            boolean sealed,
            @Nullable String statement,
            @Nullable String institution)
            implements AppealCommand {}

    /** Records that the score was explained (TJ-34.3). */
    record Explain(String appeal, LocalDate date, @Nullable String explanation) implements AppealCommand {}

    /** Hands the appeal on to the next to decide, as the dispute continues (TJ-34.3). */
    record Escalate(String appeal, LocalDate date) implements AppealCommand {}

    /**
     * Records what experts found on a professional question (TJ-34.3).
     *
     * @param by as whom they were asked, which is whoever handles the appeal
     * @param organisation the code of the department or agency that asked them, where it has one
     * @param opinion digest of what they say
     */
    record ReviewByExperts(
            String appeal,
            LocalDate date,
            Determiner by,
            @Nullable String organisation,
            @Nullable String opinion) implements AppealCommand {}

    /**
     * Decides the appeal (TJ-34.4).
     *
     * @param by as whom the decision is made
     * @param organisation the code of the department or agency that makes it, where it has one
     * @param ground what was wrong, where the score does not stand; null where it does
     * @param reason digest of the reason
     * @param findings those that the notice has instead, where it is adjusted
     */
    record Decide(
            String appeal,
            LocalDate date,
            AppealOutcome outcome,
            Determiner by,
            @Nullable String organisation,
            @Nullable AppealGround ground,
            @Nullable String reason,
            List<ClaimedFinding> findings)
            implements AppealCommand {
        /** Copies the findings. */
        public Decide {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Withdraws the appeal.
     *
     * @param by the party that withdraws it, which is the one that appealed; null where the agency has it on paper
     * @param institution the code of the institution that withdraws it itself; null where nobody of the kind does
     */
    record Withdraw(
            String appeal,
            LocalDate date,
            @Nullable Party by,
            @Nullable String institution) implements AppealCommand {}
}
