package org.payqual.domain.person;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.rulebook.Circumstance;
import org.payqual.domain.rulebook.Move;
import org.payqual.domain.rulebook.Rulebook;

/**
 * How heavy a finding weighs: by the degree of responsibility in its band, in the neighbouring band where an officer
 * moved it, or by the amount involved, as the rulebook says (TJ-26 to 30).
 *
 * @param rulebook that governs the handling
 * @param circumstance met
 * @param finding as claimed, with its degree
 */
record Weight(Rulebook rulebook, Circumstance circumstance, ClaimedFinding finding) {

    /** Refuses an amount or a move that the rulebook does not know, or lacks. */
    @Nullable
    Decision<PersonEvent> refusal(int index) {
        boolean byAmount = !circumstance.amounts().isEmpty();
        if (byAmount && finding.amount() == null) {
            return FindingRefusals.amountMissing(circumstance.provision(), index);
        }
        if (!byAmount && finding.amount() != null) {
            return FindingRefusals.amountNotCounted(circumstance.provision(), index);
        }
        if (finding.move() == null) {
            return null;
        }
        Move move = rulebook.moves().get(finding.move());
        if (move == null || byAmount) {
            return FindingRefusals.unknownMove(rulebook.responsibilityProvision(), index, finding.move());
        }
        return move.reasonRequired() && finding.reason() == null
                ? FindingRefusals.reasonMissing(move.provision(), index)
                : null;
    }

    /** Returns the points; only for a finding that is not refused. */
    int points() {
        if (finding.amount() != null) {
            return rulebook.points(circumstance, finding.amount());
        }
        return finding.move() == null
                ? rulebook.points(circumstance, requireNonNull(finding.responsibility()))
                : rulebook.points(circumstance, requireNonNull(finding.responsibility()), direction());
    }

    /** Returns the place of the band in which the finding ends, ascending from 0. */
    int bandRank() {
        return bandRank(rulebook, circumstance, finding.move());
    }

    /** Returns the place of the band in which a finding ended that was recorded. */
    static int bandRank(Rulebook rulebook, Finding found) {
        return bandRank(rulebook, rulebook.circumstance(found.circumstance()).orElseThrow(), found.move());
    }

    private static int bandRank(Rulebook rulebook, Circumstance circumstance, @Nullable String move) {
        return move == null
                ? rulebook.bandRank(circumstance.band())
                : rulebook.bandRank(
                        circumstance.band(),
                        requireNonNull(rulebook.moves().get(move)).direction());
    }

    private Move.Direction direction() {
        return requireNonNull(rulebook.moves().get(finding.move())).direction();
    }
}
