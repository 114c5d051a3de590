package org.payqual.domain.naive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.naive.NaiveBook.Slip;
import org.payqual.domain.naive.NaiveObjections.Objection;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.Settlement;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.person.SpecialCase;
import org.payqual.domain.person.Standing;
import org.payqual.domain.person.Timeline;
import org.payqual.domain.person.YearTotal;
import org.payqual.domain.scenario.Playing;

/** Lives a life by the domain and by the naive model at once and says where they part. */
final class Agreement {

    private static final List<String> PLACES = List.of("H1", "P1");

    private final Tally tally;
    private final DomainLife domain = new DomainLife();
    private final List<Happening> entered = new ArrayList<>();
    private NaiveBook book = new NaiveBook();

    private Agreement(Tally tally) {
        this.tally = tally;
    }

    /** Returns the first difference, or null if there is none. */
    static @Nullable String difference(List<Happening> life, Tally tally) {
        Agreement agreement = new Agreement(tally);
        for (Happening happening : life) {
            String difference = agreement.step(happening);
            if (difference != null) {
                return Written.step(happening) + ": " + difference;
            }
        }
        return agreement.differenceOfFolds();
    }

    /** What was decided step by step is what a replay gives, and its timeline says the same of every day. */
    private @Nullable String differenceOfFolds() {
        Person person = domain.person();
        if (!Person.replay(domain.events()).equals(person)) {
            return "the replay gives another person";
        }
        Timeline timeline = Timeline.of(person);
        for (LocalDate day : days()) {
            YearTotal total = new YearTotal(day.getYear(), person.pointsOn(day), person.keySupervisionOn(day));
            if (!timeline.standingOn(day).equals(Standing.of(person, day))
                    || !timeline.yearTotalOn(day).equals(total)) {
                return "the timeline says of " + day + " " + timeline.standingOn(day) + ", the person "
                        + Standing.of(person, day);
            }
        }
        return null;
    }

    private @Nullable String step(Happening happening) {
        List<Objection> objections = new NaiveObjections(book).against(happening);
        String told = told(domain.enter(happening));
        if (objections.isEmpty()
                ? !told.isEmpty()
                : objections.stream().noneMatch(it -> it.provision().equals(told))) {
            return "the domain says '" + told + "', the model " + objections;
        }
        if (!objections.isEmpty()) {
            tally.refused(objections.getFirst());
            return null;
        }
        entered.add(happening);
        NaiveBook before = book;
        book = NaiveReading.of(entered);
        tally.entered(happening, before, book);
        return differenceNow();
    }

    private static String told(Optional<Refusal> refusal) {
        return refusal.map(it -> it.provision() == null ? "-" : it.provision().toString())
                .orElse("");
    }

    private @Nullable String differenceNow() {
        Person person = domain.person();
        if (!measures(person).equals(measures(book))) {
            return "measures are " + measures(person) + ", by the model " + measures(book);
        }
        SettlementSpans settled = SettlementSpans.of(person);
        for (LocalDate day : days()) {
            String domains = words(person, settled, day);
            String models = words(new NaiveAnswers(book), day);
            if (!domains.equals(models)) {
                return "on " + day + " it is " + domains + ", by the model " + models;
            }
        }
        return null;
    }

    /** The days on which something turns and those beside them. */
    private NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (LocalDate turn : NaiveTurns.of(book)) {
            days.add(turn.minusDays(1));
            days.add(turn);
            days.add(turn.plusDays(1));
        }
        return days;
    }

    private static Map<String, String> measures(Person person) {
        Map<String, String> measures = new TreeMap<>();
        person.measures()
                .forEach((notice, it) -> measures.put(
                        notice,
                        it.terms().kind() + " " + it.terms().from() + " "
                                + it.terms().until() + " " + it.terms().provision()));
        return measures;
    }

    private static Map<String, String> measures(NaiveBook book) {
        Map<String, String> measures = new TreeMap<>();
        book.slips.stream()
                .filter(Slip::measured)
                .forEach(it -> measures.put(
                        it.noticed.notice(),
                        (it.terminates ? "TERMINATION " : "SUSPENSION ") + it.from() + " " + it.until + " "
                                + it.provision));
        return measures;
    }

    private static String words(Person person, SettlementSpans settled, LocalDate day) {
        StringBuilder words = new StringBuilder(words(Standing.of(person, day)));
        words.append(Standing.of(person, day).objected() ? " objected" : "");
        words.append(' ').append(person.pointsOn(day)).append(person.keySupervisionOn(day) ? " supervised" : "");
        for (String place : PLACES) {
            for (SpecialCase service : List.of(SpecialCase.NONE, SpecialCase.EMERGENCY)) {
                boolean payable = Settlement.of(settled, place, day, service, Playing.TIANJIN)
                        .payable();
                words.append(' ').append(payable ? "pays" : "not");
            }
        }
        return words.toString();
    }

    private static String words(Standing standing) {
        if (standing.termServed()) {
            return standing.kind() + " served";
        }
        return standing.until() == null ? standing.kind().toString() : standing.kind() + " until " + standing.until();
    }

    private static String words(NaiveAnswers answers, LocalDate day) {
        StringBuilder words = new StringBuilder(answers.standing(day));
        words.append(answers.objection(day) ? " objected" : "");
        words.append(' ').append(answers.points(day)).append(answers.supervised(day) ? " supervised" : "");
        for (String place : PLACES) {
            for (boolean emergency : List.of(false, true)) {
                words.append(' ').append(answers.payable(place, day, emergency) ? "pays" : "not");
            }
        }
        return words.toString();
    }
}
