package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Circumstance;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.HandlingManner;
import org.payqual.domain.rulebook.Rulebook;

/**
 * The handlings of one scenario, of which its steps tell only what somebody was scored for: which notices rest on one,
 * and what it applied. A penalty applied every article that any finding made on it, or left of it by an appeal, names;
 * a handling under the agreement was made in the manners that the circumstances found ask for.
 */
final class Handlings {

    private record Made(String notice, String inspection, String institution, HandlingKind kind, LocalDate date) {}

    private final Rulebook rulebook;
    private final Set<String> named = new HashSet<>();
    private final Map<Made, String> unnamed = new LinkedHashMap<>();
    private final Map<Object, List<Act.Found>> found = new HashMap<>();

    Handlings(Scenario scenario, Rulebook rulebook) {
        this.rulebook = rulebook;
        Map<String, String> appealed = new HashMap<>();
        Map<String, Set<Object>> carrying = new HashMap<>();
        for (Step step : scenario.steps()) {
            switch (step.act()) {
                case Act.Score it -> {
                    if (it.handlingId() != null) {
                        named.add(it.handlingId());
                    }
                    Object handling = key(it, step.date());
                    carrying.computeIfAbsent(it.notice(), of -> new HashSet<>()).add(handling);
                    found(handling, it.findings());
                }
                case Act.Appeal it -> appealed.put(it.id(), it.notice());
                case Act.DecideAppeal it ->
                    Stream.ofNullable(appealed.get(it.id()))
                            .flatMap(notice -> carrying.getOrDefault(notice, Set.of()).stream())
                            .forEach(handling -> found(handling, it.findings()));
                default -> {}
            }
        }
    }

    /** Two notices that name no handling rest on one if everything known of it is the same, and on two if not. */
    String id(Act.Score score, LocalDate date) {
        return score.handlingId() != null
                ? score.handlingId()
                : unnamed.computeIfAbsent(made(score, date), it -> freeId());
    }

    /** Returns the articles that a penalty applied; none of any other handling. */
    List<Integer> articles(Act.Score score, LocalDate date) {
        return score.handling() != HandlingKind.ADMINISTRATIVE_PENALTY
                ? List.of()
                : of(score, date).map(this::article).filter(Objects::nonNull).toList();
    }

    /** Returns the manners of a handling under the agreement; none of any other. */
    List<HandlingManner> manners(Act.Score score, LocalDate date) {
        return score.handling() != HandlingKind.AGREEMENT_HANDLING
                ? List.of()
                : of(score, date)
                        .flatMap(it -> rulebook.circumstance(it.circumstance()).stream())
                        .flatMap(it -> it.manners().stream())
                        .toList();
    }

    /** Returns the article that a finding names, or the first that fits its circumstance where it names none. */
    @Nullable
    Integer article(Act.Found finding) {
        return finding.article() != null
                ? finding.article()
                : rulebook.circumstance(finding.circumstance()).stream()
                        .map(Circumstance::regulationArticles)
                        .flatMap(articles -> articles.stream().sorted())
                        .findFirst()
                        .orElse(null);
    }

    private Stream<Act.Found> of(Act.Score score, LocalDate date) {
        return found.getOrDefault(key(score, date), List.of()).stream();
    }

    private void found(Object handling, List<Act.Found> findings) {
        found.computeIfAbsent(handling, it -> new ArrayList<>()).addAll(findings);
    }

    private static Object key(Act.Score score, LocalDate date) {
        return score.handlingId() != null ? score.handlingId() : made(score, date);
    }

    private static Made made(Act.Score score, LocalDate date) {
        return new Made(score.notice(), score.inspection(), score.at(), score.handling(), date);
    }

    private String freeId() {
        int number = unnamed.size() + 1;
        while (named.contains("handling-" + number)) {
            number++;
        }
        named.add("handling-" + number);
        return "handling-" + number;
    }
}
