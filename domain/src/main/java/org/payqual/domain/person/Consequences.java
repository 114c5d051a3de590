package org.payqual.domain.person;

import java.time.Period;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.rulebook.Effect;
import org.payqual.domain.rulebook.Measures.Expiry;
import org.payqual.domain.rulebook.Measures.OneNotice;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Term;
import org.payqual.domain.rulebook.Tier;

/**
 * What follows from a person's notices (TJ-31): the one function that scoring, overturning and every later question
 * use. Each notice is worked out in order of recording from what is in force, with the rulebook by which it was
 * decided.
 */
final class Consequences {

    private record Reached(Tier tier, Effect effect, Measure measure) {}

    private final Function<String, Optional<Rulebook>> rulebooks;

    /**
     * Uses the rulebooks adopted.
     *
     * @param rulebooks by id
     */
    Consequences(Function<String, Optional<Rulebook>> rulebooks) {
        this.rulebooks = rulebooks;
    }

    /**
     * Works out every notice in force.
     *
     * @param notices in order of recording
     * @param repairs granted ones lower the totals of those recorded after them
     * @return the consequences by notice, in order of recording
     * @throws IllegalStateException if a notice's rulebook is not adopted, which no decision can have left behind
     */
    Map<String, Consequence> of(Collection<Notice> notices, Collection<Repair> repairs) {
        YearPoints points = new YearPoints(notices, repairs);
        Map<String, Consequence> following = new LinkedHashMap<>();
        for (Notice notice : notices) {
            if (notice.inForce()) {
                following.put(notice.id(), of(notice, points));
            }
        }
        return following;
    }

    private Consequence of(Notice notice, YearPoints points) {
        Rulebook rulebook = rulebooks
                .apply(notice.rulebook())
                .orElseThrow(() -> new IllegalStateException("rulebook not adopted: " + notice.rulebook()));
        int total = points.totalKnownAt(notice);
        Tier supervision = highest(rulebook, total, Tier::keySupervision);
        Reached reached = heavier(
                reached(notice, points, total, rulebook, MeasureBasis.ADDED_UP),
                reached(notice, points, total, rulebook, MeasureBasis.ONE_NOTICE));
        return reached == null
                ? new Consequence(notice.id(), total, supervision, null, null)
                : new Consequence(notice.id(), total, supervision, reached.effect(), reached.measure());
    }

    /** Own points bring a measure only where the total reaches the first measure at all. */
    private static @Nullable Reached reached(
            Notice notice, YearPoints points, int total, Rulebook rulebook, MeasureBasis basis) {
        Function<Tier, @Nullable Effect> column = basis == MeasureBasis.ADDED_UP ? Tier::addedUp : Tier::oneNotice;
        Tier least = highest(rulebook, total, tier -> tier.addedUp() != null);
        int counted = basis == MeasureBasis.ADDED_UP ? total : ownPoints(notice, points, rulebook);
        Tier tier = highest(rulebook, counted, it -> column.apply(it) != null);
        Effect effect = tier == null ? null : column.apply(tier);
        if (least == null || tier == null || effect == null) {
            return null;
        }
        Period term = term(notice, effect.term());
        return new Reached(
                tier,
                effect,
                new Measure(
                        notice.id(),
                        effect.kind(),
                        notice.starts(),
                        rulebook.measures().until(notice.starts(), term),
                        term.toString(),
                        basis,
                        total,
                        notice.ownPoints(),
                        tier.from(),
                        rulebook.measures().atExpiry() == Expiry.RESTORES,
                        tier.provision()));
    }

    private static int ownPoints(Notice notice, YearPoints points, Rulebook rulebook) {
        return rulebook.measures().oneNotice() == OneNotice.OWN_POINTS
                ? notice.ownPoints()
                : points.addedBy(notice.id());
    }

    private static @Nullable Reached heavier(@Nullable Reached added, @Nullable Reached own) {
        if (added == null || own == null) {
            return added == null ? own : added;
        }
        return Consequence.milder(added.measure(), own.measure()) ? own : added;
    }

    private static Period term(Notice notice, Term term) {
        return switch (term) {
            case Term.Fixed fixed -> fixed.period();
            case Term.Stated stated -> Period.ofMonths(within(stated, notice.months()));
        };
    }

    /** A term stated for one tier may have to serve a milder one after an earlier notice fell. */
    private static int within(Term.Stated range, @Nullable Integer months) {
        return months == null ? range.minMonths() : Math.clamp(months, range.minMonths(), range.maxMonths());
    }

    private static @Nullable Tier highest(Rulebook rulebook, int points, Predicate<Tier> counts) {
        return rulebook.tiers().stream()
                .filter(tier -> tier.from() <= points)
                .filter(counts)
                .reduce((lower, higher) -> higher)
                .orElse(null);
    }
}
