package org.payqual.domain.person;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.person.PersonCommand.ClaimedFinding;
import org.payqual.domain.rulebook.Circumstance;
import org.payqual.domain.rulebook.Repeats;
import org.payqual.domain.rulebook.Responsibility;
import org.payqual.domain.rulebook.Rulebook;

/**
 * Whether the findings of a notice can stand: each fits its circumstance (TJ-26 to 29), has a degree and its derived
 * points (TJ-30), a repeat is found as one (TJ-28.2), and every violation adds something (TJ-25).
 *
 * @param person as recorded so far
 * @param handling on which the notice rests
 * @param institution against which the handling was made
 * @param rulebook that governs the handling
 * @param adjusted the notice whose findings they replace; null where they are scored
 */
record FindingCheck(
        Person person,
        Handling handling,
        Institution institution,
        Rulebook rulebook,
        @Nullable Notice adjusted) {

    /** Returns the refusal of the first finding that cannot stand. */
    Optional<Decision<PersonEvent>> refusal(List<ClaimedFinding> claimed) {
        return misfit(claimed).or(() -> addingNothing(findings(claimed)));
    }

    /** Returns the refusal of the first finding that cannot stand, whether or not it adds anything. */
    Optional<Decision<PersonEvent>> misfit(List<ClaimedFinding> claimed) {
        if (claimed.isEmpty()) {
            return Optional.of(Refusals.noFindings(rulebook.responsibilityProvision()));
        }
        Set<List<String>> found = new HashSet<>();
        for (int i = 0; i < claimed.size(); i++) {
            ClaimedFinding finding = claimed.get(i);
            Decision<PersonEvent> refused = unfit(i, finding);
            if (refused == null && !found.add(List.of(finding.violation(), finding.circumstance()))) {
                refused = FindingRefusals.foundTwice(rulebook.sameInspectionProvision(), i, finding.violation());
            }
            if (refused != null) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** Returns the findings as they are recorded, with their derived points; only for claims that are not refused. */
    List<Finding> findings(List<ClaimedFinding> claimed) {
        return claimed.stream()
                .map(it -> new Finding(
                        it.violation(),
                        it.circumstance(),
                        degree(it),
                        new Weight(rulebook, circumstance(it), it).points(),
                        it.actedFrom(),
                        it.actedTo(),
                        it.article(),
                        it.basis(),
                        it.reason(),
                        it.amount(),
                        it.move()))
                .toList();
    }

    private @Nullable Decision<PersonEvent> unfit(int index, ClaimedFinding finding) {
        Optional<Circumstance> known = rulebook.circumstance(finding.circumstance());
        if (known.isEmpty()) {
            return FindingRefusals.unknownCircumstance(
                    rulebook.responsibilityProvision(), index, finding.circumstance());
        }
        Circumstance circumstance = known.get();
        if (finding.responsibility() == null) {
            return FindingRefusals.responsibilityMissing(rulebook.responsibilityProvision(), index);
        }
        Decision<PersonEvent> misfit =
                new CircumstanceFit(person, handling, institution).refusal(index, finding, circumstance);
        if (misfit != null) {
            return misfit;
        }
        Weight weight = new Weight(rulebook, circumstance, finding);
        Decision<PersonEvent> unweighed = weight.refusal(index);
        if (unweighed != null) {
            return unweighed;
        }
        int points = weight.points();
        if (finding.points() != null && finding.points() != points) {
            return FindingRefusals.pointsNotDerived(rulebook.responsibilityProvision(), index, points);
        }
        if (finding.actedFrom() != null && finding.actedTo().isBefore(finding.actedFrom())) {
            return Refusals.datesReversed("findings[" + index + "].actedTo", finding.actedFrom());
        }
        if (finding.actedTo().isAfter(handling.date())) {
            return Refusals.dateTooLate("findings[" + index + "].actedTo", handling.date());
        }
        return repeat(index, finding, circumstance, weight.bandRank());
    }

    /** An act repeated after a notice of the year must be found as a repeat or in a band as high (TJ-28.2). */
    private @Nullable Decision<PersonEvent> repeat(
            int index, ClaimedFinding finding, Circumstance circumstance, int rank) {
        for (Circumstance asRepeat : rulebook.circumstances().values()) {
            Repeats repeats = asRepeat.repeats();
            if (repeats == null) {
                continue;
            }
            Optional<Notice> precedent = new Precedents(person, handling.date().getYear(), handling.inspection())
                    .of(finding.violation(), finding.actedTo(), repeats);
            boolean claimed = asRepeat.code().equals(circumstance.code());
            if (claimed && precedent.isEmpty()) {
                return FindingRefusals.noPrecedent(asRepeat.provision(), index, finding.violation());
            }
            int repeated = rulebook.bandRank(asRepeat.band());
            if (precedent.isPresent() && rank < repeated && !scoredAsNone(finding.violation(), repeated)) {
                return FindingRefusals.repeatNotFound(
                        asRepeat.provision(), index, precedent.get().id());
            }
        }
        return null;
    }

    /**
     * Whether the notice that is adjusted found the act as no repeat: what a precedent entered since would make of it
     * weighs more, and nothing becomes heavier by an appeal, so that it stays none (TJ-34.4).
     */
    private boolean scoredAsNone(String violation, int repeated) {
        List<Finding> before = adjusted == null
                ? List.of()
                : adjusted.findings().stream()
                        .filter(it -> it.violation().equals(violation))
                        .toList();
        return !before.isEmpty() && before.stream().allMatch(it -> Weight.bandRank(rulebook, it) < repeated);
    }

    /** In one inspection a violation counts its highest finding only: one that is not higher adds nothing (TJ-25). */
    private Optional<Decision<PersonEvent>> addingNothing(List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            String violation = findings.get(i).violation();
            int highest = highest(findings.stream(), violation);
            int before = highest(
                    person.notices().values().stream()
                            .filter(it -> it.inForce() && it.inspection().equals(handling.inspection()))
                            .flatMap(it -> it.findings().stream()),
                    violation);
            if (highest <= before) {
                return Optional.of(FindingRefusals.addsNothing(rulebook.sameInspectionProvision(), i, violation));
            }
        }
        return Optional.empty();
    }

    private static int highest(Stream<Finding> findings, String violation) {
        return findings.filter(it -> it.violation().equals(violation))
                .mapToInt(Finding::points)
                .max()
                .orElse(0);
    }

    private Circumstance circumstance(ClaimedFinding finding) {
        return rulebook.circumstance(finding.circumstance()).orElseThrow();
    }

    private static Responsibility degree(ClaimedFinding finding) {
        Responsibility degree = finding.responsibility();
        if (degree == null) {
            throw new IllegalArgumentException("a finding without a degree is refused before");
        }
        return degree;
    }
}
