package org.payqual.domain.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.SettlementRule;
import org.payqual.domain.rulebook.Share;
import org.payqual.domain.scenario.Expectation.OfDeadline;
import org.payqual.domain.scenario.Expectation.OfPayable;
import org.payqual.domain.scenario.Expectation.OfRatio;
import org.payqual.domain.scenario.Expectation.OfStanding;
import org.payqual.domain.scenario.Verdict.Answer;
import org.payqual.domain.scenario.Verdict.Point;

/** Puts what was expected beside what came out, point by point. */
final class Comparison {

    private static final int LEAST_DECIMALS = 2;

    private final List<Point> points = new ArrayList<>();
    private final Rulebook rulebook;

    private Comparison(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Asks the world what an expectation asks, and compares: of each person concerned, or of the institution. */
    static List<Answer> answers(Engine.World world, Rulebook rulebook, Expectation expectation, long known) {
        if (expectation.asked() instanceof OfRatio asked) {
            Comparison comparison = new Comparison(rulebook);
            comparison.compare(asked, world.ratio(asked.at(), asked.year(), expectation.date(), known));
            return List.of(new Answer(expectation, null, comparison.points));
        }
        return expectation.who().stream()
                .map(person -> new Answer(expectation, person, points(world, rulebook, person, expectation, known)))
                .toList();
    }

    private static List<Point> points(
            Engine.World world, Rulebook rulebook, String person, Expectation expectation, long known) {
        Comparison comparison = new Comparison(rulebook);
        switch (expectation.asked()) {
            case OfStanding asked -> comparison.compare(asked, world.standing(person, expectation.date(), known));
            case OfPayable asked ->
                comparison.compare(
                        asked, world.payable(person, asked.at(), expectation.date(), asked.emergency(), known));
            case OfRatio asked -> throw new IllegalArgumentException("asked of an institution: " + asked.word());
            case OfDeadline asked ->
                comparison.compare(asked, world.due(person, asked.due(), expectation.date(), known));
            case Expectation.BeyondReach asked -> throw new IllegalArgumentException("beyond reach: " + asked.word());
        }
        return comparison.points;
    }

    private void compare(OfStanding expected, Stand found) {
        add("standing", expected.standing(), found.kind());
        add("points", expected.points(), found.points());
        add("until", expected.until(), found.until());
        add("termServed", expected.termServed(), found.termServed());
        add("keySupervision", expected.keySupervision(), found.keySupervision());
        List<Provision> rests = all(List.of(found.provisions(), found.beside(), year(expected)));
        addCites(expected.cites(), rests, cited -> isAmong(cited, rests));
    }

    private void compare(OfPayable expected, Pay found) {
        add(
                "payable at " + expected.at() + (expected.emergency() ? ", emergency" : ""),
                expected.is(),
                found.payable());
        List<Provision> rests = all(List.of(List.of(found.provision()), found.behind(), year(expected.beside())));
        Set<Provision> ofSettlement = expected.beside() == null ? ofSettlement(rule -> true) : Set.of();
        Set<Provision> ofThisOne = ofSettlement(rule -> rule.provision().equals(found.provision()));
        addCites(expected.cites(), rests, cited -> isAmong(cited, ofSettlement.contains(cited) ? ofThisOne : rests));
    }

    /** What the rules say of payment is cited for the rule that gave the answer, not for one that might have. */
    private Set<Provision> ofSettlement(Predicate<SettlementRule> which) {
        return rulebook.settlements().values().stream()
                .filter(which)
                .flatMap(it -> it.provisions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whoever asks what the year counts may cite how it counts, even where nothing was scored. */
    private List<Provision> year(@Nullable OfStanding asked) {
        return asked != null && asked.ofTheYear() ? rulebook.year().provisions() : List.of();
    }

    /** A share with more decimals than its author wrote is met by its rounding to those, but never to less than two. */
    private void compare(OfRatio expected, Ratio found) {
        BigDecimal is = expected.is();
        if (is != null) {
            Share share = found.share();
            points.add(new Point(
                    "ratio at " + expected.at() + " in " + expected.year(),
                    is.toPlainString(),
                    share.decimal().toPlainString() + " (" + share.part() + " of " + share.whole() + ")",
                    share.rounded(Math.max(is.scale(), LEAST_DECIMALS)).compareTo(is) == 0));
        }
        add("threshold", expected.threshold(), Expectation.Threshold.of(found.reached()));
        addCites(expected.cites(), found.rests(), cited -> isAmong(cited, found.rests()));
    }

    private void compare(OfDeadline expected, List<LocalDate> found) {
        points.add(new Point(
                "due " + expected.due(),
                expected.dueOn().toString(),
                found.isEmpty()
                        ? "–"
                        : String.join(
                                " ", found.stream().map(LocalDate::toString).toList()),
                found.contains(expected.dueOn())));
    }

    private void add(String name, @Nullable Object expected, @Nullable Object found) {
        if (expected != null) {
            points.add(new Point(
                    name, expected.toString(), found == null ? "–" : found.toString(), expected.equals(found)));
        }
    }

    /**
     * Everything cited must be among the grounds that came out, or be the article or item to which one belongs; others
     * may stand beside it.
     */
    private void addCites(List<Provision> expected, List<Provision> found, Predicate<Provision> met) {
        if (!expected.isEmpty()) {
            points.add(new Point(
                    "cites", words(expected), words(found), expected.stream().allMatch(met)));
        }
    }

    private static boolean isAmong(Provision cited, Collection<Provision> grounds) {
        return grounds.stream().anyMatch(it -> it.isWithin(cited));
    }

    private static List<Provision> all(List<List<Provision>> grounds) {
        return grounds.stream().flatMap(List::stream).distinct().toList();
    }

    static String words(List<Provision> provisions) {
        return provisions.isEmpty()
                ? "–"
                : String.join(" ", provisions.stream().map(Provision::citation).toList());
    }
}
