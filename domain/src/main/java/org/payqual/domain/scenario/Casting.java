package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.scenario.Verdict.Said;

/**
 * Turns the steps of one scenario into entries: fills in what a scenario may leave out, and remembers who was scored on
 * which handling.
 */
final class Casting {

    private final Map<String, LocalDate> opened = new HashMap<>();
    private final Handlings handlings;
    private final Map<Entry.Scored, Entry.Basis> scoredOn = new LinkedHashMap<>();
    private final Places places;
    private final Disputes disputes;
    private final Contents contents = new Contents();

    Casting(Scenario scenario, Rulebook rulebook) {
        this.places = new Places(scenario);
        this.disputes = new Disputes(rulebook);
        this.handlings = new Handlings(scenario, rulebook);
        for (Step step : scenario.steps()) {
            if (step.act() instanceof Act.Score score) {
                opened.merge(score.inspection(), step.date(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    /** Returns what a step enters, for each person and party one after the other. */
    List<Entry> entries(Step step, LocalDate recorded) {
        if (step.act() instanceof Act.Overturn overturn) {
            return overturnings(step, overturn);
        }
        List<Entry> entries = new ArrayList<>();
        step.who().forEach(person -> entries.addAll(entries(person, step, recorded)));
        return entries;
    }

    /** Remembers what was recorded, for what later steps leave out. */
    void accepted(Entry entry) {
        places.accepted(entry);
        disputes.accepted(entry);
        contents.accepted(entry);
        if (entry instanceof Entry.Merger merger) {
            goOver(merger.person(), merger.into());
        }
        if (entry instanceof Entry.Scoring scoring) {
            scoredOn.put(new Entry.Scored(scoring.person(), scoring.notice()), scoring.basis());
        }
    }

    /** Every notice keeps its place in the order of recording. */
    private void goOver(String from, String into) {
        Map<Entry.Scored, Entry.Basis> before = new LinkedHashMap<>(scoredOn);
        scoredOn.clear();
        before.forEach((it, basis) ->
                scoredOn.put(it.person().equals(from) ? new Entry.Scored(into, it.notice()) : it, basis));
    }

    /** Tells of whom a step enters nothing, because nothing is recorded that would tell what it leaves out. */
    static List<Said> unentered(Step step, List<Entry> entries) {
        return step.act() instanceof Act.Overturn
                ? List.of()
                : step.who().stream()
                        .filter(person -> entries.stream().noneMatch(it -> person.equals(it.person())))
                        .map(person -> new Said(person, wanting(step.act())))
                        .toList();
    }

    private static Reply wanting(Act act) {
        return act instanceof Act.Amend
                ? new Reply.Refused("not-registered", null, "no registration there whose role could stay")
                : new Reply.Refused("unknown-notice", null, "no notice that this could be about");
    }

    private List<? extends Entry> entries(String person, Step step, LocalDate recorded) {
        LocalDate date = step.date();
        return switch (step.act()) {
            case Act.Merge it -> List.of(new Entry.Merger(person, it.into(), date, it.reason()));
            case Act.Commit it -> List.of(new Entry.Commitment(person, it.at(), date));
            case Act.Register it -> List.of(new Entry.Registration(person, it.at(), date, it.role(), it.primary()));
            case Act.Amend it -> contents.amended(person, it, date);
            case Act.Depart it -> List.of(new Entry.Departure(person, it.at(), date));
            case Act.Score it -> List.of(scoring(person, it, date, recorded));
            case Act.Serve it ->
                it.to().stream()
                        .map(party -> new Entry.Service(
                                person,
                                it.notice(),
                                party,
                                it.received() == null ? date : it.received(),
                                it.appealBy()))
                        .toList();
            case Act.Interview it ->
                notice(person, it.notice())
                        .map(notice -> new Entry.Interview(person, notice, date))
                        .toList();
            case Act.Remind it ->
                notice(person, it.notice())
                        .map(notice -> new Entry.ReminderTalk(person, notice, it.by(), date))
                        .toList();
            case Act.Overturn it ->
                throw new IllegalArgumentException("a handling is overturned for everybody at once");
            case Act.Train it -> List.of(new Entry.Training(person, it.at(), date));
            case Act.Appeal it ->
                List.of(new Entry.AppealFiling(person, it.id(), it.notice(), it.by(), date, it.signed(), it.sealed()));
            case Act.Explain it -> List.of(new Entry.AppealExplanation(person, it.id(), date));
            case Act.Escalate it -> List.of(new Entry.AppealEscalation(person, it.id(), date));
            case Act.ExpertReview it ->
                List.of(new Entry.ExpertReview(person, it.id(), date, disputes.handler(person, it.id()), it.reason()));
            case Act.DecideAppeal it -> List.of(appealDecision(person, it, date));
            case Act.RequestRepair it ->
                List.of(new Entry.RepairRequest(
                        person, it.id(), date, places.of(person, date), it.path(), it.points(), it.approved()));
            case Act.GrantRepair it -> List.of(new Entry.RepairGrant(person, it.id(), date, it.shorten()));
            case Act.RefuseRepair it -> List.of(new Entry.RepairRefusal(person, it.id(), date, it.reason()));
            case Act.RequestRestoration it ->
                List.of(new Entry.RestorationRequest(
                        person, it.id(), date, it.direct() ? null : places.of(person, date), it.approved()));
            case Act.PreReview it ->
                List.of(new Entry.RestorationReview(person, it.id(), date, it.passed(), it.reason()));
            case Act.DecideRestoration it ->
                List.of(new Entry.RestorationDecision(person, it.id(), date, it.granted(), it.reason()));
        };
    }

    /**
     * Returns the notice named, or the person's latest if there is one: by the day of its handling, and of several of
     * one day the one recorded last.
     */
    private Stream<String> notice(String person, @Nullable String named) {
        return named != null
                ? Stream.of(named)
                : scoredOn.entrySet().stream()
                        .filter(it -> it.getKey().person().equals(person))
                        .reduce((one, next) ->
                                next.getValue().date().isBefore(one.getValue().date()) ? one : next)
                        .map(it -> it.getKey().notice())
                        .stream();
    }

    private Entry scoring(String person, Act.Score score, LocalDate date, LocalDate recorded) {
        LocalDate first = opened.getOrDefault(score.inspection(), date);
        Entry.Basis basis = new Entry.Basis(
                handlings.id(score, date),
                score.handling(),
                date,
                score.at(),
                score.inspection(),
                first,
                handlings.articles(score, date),
                handlings.manners(score, date));
        return new Entry.Scoring(
                person,
                score.notice(),
                basis,
                recorded,
                score.starts(),
                score.months(),
                score.monthsReason(),
                score.heard(),
                score.findings().stream().map(it -> finding(it, date)).toList());
    }

    /** Findings of an adjustment are of the same day as those of the notice, unless they say otherwise. */
    private Entry appealDecision(String person, Act.DecideAppeal decide, LocalDate date) {
        LocalDate handled = disputes.handlingDate(person, decide.id()).orElse(date);
        return new Entry.AppealDecision(
                person,
                decide.id(),
                date,
                decide.outcome(),
                disputes.handler(person, decide.id()),
                decide.reason(),
                decide.findings().stream().map(it -> finding(it, handled)).toList());
    }

    private Entry.Finding finding(Act.Found found, LocalDate date) {
        return new Entry.Finding(
                found.violation(),
                found.circumstance(),
                found.responsibility(),
                found.points(),
                found.acted() == null ? date : found.acted(),
                handlings.article(found),
                found.reason(),
                found.amount(),
                found.move());
    }

    private List<Entry> overturnings(Step step, Act.Overturn overturn) {
        List<Entry> entries = new ArrayList<>();
        for (String handling : overturned(step, overturn)) {
            List<Entry.Scored> scored = scoredOn.entrySet().stream()
                    .filter(it -> it.getValue().handling().equals(handling))
                    .map(Map.Entry::getKey)
                    .toList();
            entries.add(new Entry.Overturning(handling, step.date(), overturn.reason(), scored));
        }
        return entries;
    }

    private List<String> overturned(Step step, Act.Overturn overturn) {
        String handling = overturn.handlingId();
        if (handling != null) {
            return List.of(handling);
        }
        return scoredOn.entrySet().stream()
                .filter(it -> it.getKey().notice().equals(overturn.notice()))
                .filter(it -> step.who().contains(it.getKey().person()))
                .map(it -> it.getValue().handling())
                .distinct()
                .toList();
    }
}
