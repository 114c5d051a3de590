package org.payqual.domain.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonEvent.ScoreAdjusted;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.rulebook.Rulebook;

/**
 * The decision on an open appeal: the score stands, becomes lower or falls, and what no longer follows goes with it
 * (TJ-34.4).
 *
 * @param person who was scored
 * @param appeal that is decided
 * @param notice against which it was filed
 * @param law that governs procedure on the day of the decision
 * @param facts of other streams
 */
record AppealDecision(Person person, Appeal appeal, Notice notice, Procedure law, Facts facts) {

    Decision<PersonEvent> of(AppealCommand.Decide decide) {
        Rulebook rulebook = law.rulebook();
        if (!appeal.isWith(decide.by(), decide.organisation())) {
            return AppealRefusals.notTheHandler(rulebook.appeal().handling().provision(), appeal);
        }
        Provision outcome = rulebook.appeal().outcome().provision();
        if ((decide.outcome() == AppealOutcome.ADJUSTED) == decide.findings().isEmpty()) {
            return AppealRefusals.findingsOfAdjustment(outcome);
        }
        if ((decide.outcome() == AppealOutcome.UPHELD) != (decide.ground() == null)) {
            return AppealRefusals.groundOfChange(outcome);
        }
        Receipt receipt = law.receipt(outcome);
        PersonEvent decided = new AppealEvent.Decided(
                appeal.id(), decide.date(), decide.outcome(), decide.by(), decide.ground(), decide.reason(), receipt);
        return switch (decide.outcome()) {
            case UPHELD ->
                decide.reason() == null ? AppealRefusals.reasonOfUpheld(outcome) : Deciding.accepted(decided);
            case REVOKED -> {
                Reconciliation after = Reconciliation.changing(person, notice.revoked(), facts);
                yield with(
                        decided,
                        new ScoreRevoked(
                                notice.id(),
                                decide.date(),
                                RevocationCause.APPEAL,
                                appeal.id(),
                                after.supervisionsEnded(),
                                receipt),
                        after,
                        receipt);
            }
            case ADJUSTED -> adjusted(decide, decided, outcome, receipt);
        };
    }

    private Decision<PersonEvent> adjusted(
            AppealCommand.Decide decide, PersonEvent decided, Provision outcome, Receipt receipt) {
        FindingCheck check = check();
        Optional<Decision<PersonEvent>> misfit = check.misfit(decide.findings());
        if (misfit.isPresent()) {
            return misfit.get();
        }
        List<Finding> instead = check.findings(decide.findings());
        Notice adjusted = notice.adjusted(instead);
        if (heavier(adjusted)) {
            return AppealRefusals.adjustedUpwards(outcome);
        }
        Reconciliation after = Reconciliation.changing(person, adjusted, facts);
        return with(
                decided,
                new ScoreAdjusted(notice.id(), decide.date(), appeal.id(), instead, after.supervisionsEnded(), receipt),
                after,
                receipt);
    }

    /** Adjusted findings must fit as scored ones must, by the law of the handling's day, looking at all else. */
    private FindingCheck check() {
        Handling handling = facts.handling(notice.handling())
                .orElseThrow(() -> new IllegalStateException("no such handling: " + notice.handling()));
        Institution institution = facts.institution(notice.institution())
                .orElseThrow(() -> new IllegalStateException("no such institution: " + notice.institution()));
        return new FindingCheck(person, handling, institution, Deciding.rulebookOf(notice, facts), notice);
    }

    /** An adjustment lowers, as a whole and for every act that stays found. */
    private boolean heavier(Notice adjusted) {
        Map<String, Integer> were = notice.highestByViolation();
        return adjusted.ownPoints() > notice.ownPoints()
                || adjusted.highestByViolation().entrySet().stream()
                        .anyMatch(it -> it.getValue() > were.getOrDefault(it.getKey(), it.getValue()));
    }

    private static Decision<PersonEvent> with(
            PersonEvent decided, PersonEvent score, Reconciliation after, Receipt receipt) {
        List<PersonEvent> events = new ArrayList<>(List.of(decided, score));
        events.addAll(after.events(receipt.facts()));
        return new Decision.Accepted<>(events);
    }
}
