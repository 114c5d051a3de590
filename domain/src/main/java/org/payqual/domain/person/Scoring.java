package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.FactSeen;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.ledger.StreamType;
import org.payqual.domain.person.PersonCommand.Score;
import org.payqual.domain.person.PersonEvent.KeySupervisionStarted;
import org.payqual.domain.person.PersonEvent.Scored;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Term;
import org.payqual.domain.rulebook.Tier;

/** The scoring of a person by a notice, and what follows from it (TJ-24 to 31). */
final class Scoring {

    private Scoring() {}

    static Decision<PersonEvent> score(Person person, Score score, Facts facts) {
        if (person.noticeEntered(score.notice()).isPresent()) {
            return Refusals.noticeKnown(score.notice());
        }
        Optional<Handling> handling = facts.handling(score.handling());
        if (handling.isEmpty()) {
            return Refusals.unknownHandling();
        }
        return Deciding.governed(
                handling.get().institution(),
                handling.get().date(),
                facts,
                (institution, rulebook) -> score(person, score, handling.get(), institution, rulebook, facts));
    }

    private static Decision<PersonEvent> score(
            Person person, Score score, Handling handling, Institution institution, Rulebook rulebook, Facts facts) {
        LocalDate overturned = handling.overturned();
        if (overturned != null) {
            return Refusals.handlingOverturned(rulebook.responsibility().provision(), overturned);
        }
        if (!score.institutionHeard()) {
            return Refusals.notHeard(rulebook.responsibilityProvision());
        }
        if (score.entered().isBefore(handling.date())) {
            return Refusals.datesReversed("entered", handling.date());
        }
        if (score.starts() != null && score.starts().isBefore(handling.date())) {
            return Refusals.datesReversed("starts", handling.date());
        }
        FindingCheck check = new FindingCheck(person, handling, institution, rulebook, null);
        Optional<Decision<PersonEvent>> refused = check.refusal(score.findings());
        if (refused.isPresent()) {
            return refused.get();
        }
        Receipt receipt = receipt(handling, institution, rulebook, check.findings(score.findings()));
        Scored scored = new Scored(
                score.notice(),
                handling.inspection(),
                handling.institution(),
                handling.id(),
                handling.kind(),
                handling.date(),
                score.entered(),
                score.starts() == null ? rulebook.measures().start().after(handling.date()) : score.starts(),
                score.months(),
                score.monthsReason(),
                check.findings(score.findings()),
                score.institutionHeard(),
                rulebook.responsibility().after(handling.kind()),
                rulebook.year().cap(),
                receipt);
        return withConsequences(person, scored, rulebook, facts);
    }

    private static Decision<PersonEvent> withConsequences(
            Person person, Scored scored, Rulebook rulebook, Facts facts) {
        Person after = Person.evolve(person, scored);
        Consequence follows = new Consequences(facts::rulebook)
                .of(after.notices().values(), after.redress().repairs().values())
                .get(scored.notice());
        if (follows == null) {
            throw new IllegalStateException("a notice in force has consequences");
        }
        Decision<PersonEvent> refused = unstated(scored, follows);
        if (refused != null) {
            return refused;
        }
        List<PersonEvent> events = new ArrayList<>(List.of(scored));
        Tier supervision = follows.supervision();
        if (supervision != null) {
            List<Tier> reached = rulebook.reached(follows.total());
            events.add(new KeySupervisionStarted(
                    scored.notice(),
                    scored.handlingDate(),
                    Consequence.nextYear(scored.handlingDate()),
                    follows.total(),
                    reached.stream().anyMatch(Tier::interview),
                    reached.stream().anyMatch(Tier::circular),
                    supervision.provision(),
                    scored.receipt()));
        }
        if (follows.measure() != null) {
            events.add(Reconciliation.begun(follows.measure(), scored.receipt()));
        }
        return new Decision.Accepted<>(events);
    }

    /** Where the rulebook leaves the term to the agency, the notice has to state one within the range. */
    private static @Nullable Decision<PersonEvent> unstated(Scored scored, Consequence follows) {
        if (follows.effect() == null || !(follows.effect().term() instanceof Term.Stated range)) {
            return null;
        }
        Integer months = scored.months();
        if (months == null || !range.allows(months)) {
            return Refusals.statedTerm(range.provision(), range.minMonths(), range.maxMonths());
        }
        return range.reasonRequired() && scored.monthsReason() == null
                ? Refusals.statedTermReason(range.provision())
                : null;
    }

    private static Receipt receipt(
            Handling handling, Institution institution, Rulebook rulebook, List<Finding> findings) {
        Set<Provision> rules = new LinkedHashSet<>();
        for (Finding finding : findings) {
            rulebook.circumstance(finding.circumstance()).ifPresent(it -> rules.add(it.provision()));
            Stream.ofNullable(rulebook.moves().get(finding.move())).forEach(it -> rules.add(it.provision()));
        }
        rules.add(rulebook.responsibilityProvision());
        rules.add(rulebook.sameInspectionProvision());
        return Deciding.receipt(
                rulebook,
                List.copyOf(rules),
                new FactSeen(StreamType.HANDLING, handling.id(), handling.version()),
                Deciding.seen(institution));
    }
}
