package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.MalformedHistory;

/**
 * The days on which an answer may turn. Between two of them it stays the same, so that asking once for each gives the
 * answer of every day.
 */
final class Turns {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private final NavigableSet<LocalDate> days;

    private Turns(NavigableSet<LocalDate> days) {
        this.days = days;
    }

    /**
     * Collects days.
     *
     * @throws MalformedHistory if one lies outside the years 1 to 9999, which no calendar entry can mean
     */
    static Turns of(Stream<LocalDate> dates) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        dates.forEach(days::add);
        if (!days.isEmpty()
                && (days.first().getYear() < FIRST_YEAR || days.last().getYear() >= LAST_YEAR)) {
            throw new MalformedHistory("a date lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return new Turns(days);
    }

    /** Collects the days on which a person's standing or a registration may turn. */
    static Turns ofStanding(Person person) {
        return of(Stream.of(
                        ofMeasures(person),
                        person.registrations().stream().map(person::span).flatMap(Turns::ends),
                        person.redress().restorations().values().stream().flatMap(it -> person.effective(it).stream()),
                        person.redress().appeals().values().stream()
                                .map(it -> new Span(it.filed(), it.closed()))
                                .flatMap(Turns::ends))
                .flatMap(day -> day));
    }

    /** The days on which a measure begins or ends. */
    static Stream<LocalDate> ofMeasures(Person person) {
        return person.measures().values().stream()
                .map(RecordedMeasure::terms)
                .flatMap(it -> Stream.of(it.from(), it.until()));
    }

    /** The first day of a span and, where it ends, the first after it. */
    static Stream<LocalDate> ends(Span span) {
        return span.until() == null ? Stream.of(span.from()) : Stream.of(span.from(), span.until());
    }

    boolean none() {
        return days.isEmpty();
    }

    LocalDate first() {
        return days.first();
    }

    LocalDate last() {
        return days.last();
    }

    /** These days, with each first of January from the year of the first to that of the last. */
    Turns withYears() {
        NavigableSet<LocalDate> more = new TreeSet<>(days);
        IntStream.rangeClosed(first().getYear(), last().getYear()).forEach(year -> more.add(LocalDate.of(year, 1, 1)));
        return new Turns(more);
    }

    /** Those of these days that lie in a span. */
    Turns within(Span span) {
        NavigableSet<LocalDate> fewer = new TreeSet<>(days);
        fewer.removeIf(Predicate.not(span::contains));
        return new Turns(fewer);
    }

    /**
     * Asks once for each of the days, each answer holding until the next.
     *
     * @param until the first day on which the last answer no longer holds; null if it has no end
     */
    <T> List<Held<T>> answers(@Nullable LocalDate until, Function<LocalDate, T> answer) {
        List<Held<T>> answers = new ArrayList<>();
        for (LocalDate from : days) {
            LocalDate next = days.higher(from);
            add(answers, new Held<>(from, next == null ? until : next, answer.apply(from)));
        }
        return answers;
    }

    /** Asks for all days, as far back and as far on as one asks. */
    <T> List<Held<T>> answersOfAllDays(Function<LocalDate, T> answer) {
        if (none()) {
            return List.of(new Held<>(null, null, answer.apply(LocalDate.EPOCH)));
        }
        List<Held<T>> all = new ArrayList<>();
        add(all, new Held<>(null, first(), answer.apply(first().minusDays(1))));
        answers(null, answer).forEach(it -> add(all, it));
        return all;
    }

    private static <T> void add(List<Held<T>> answers, Held<T> next) {
        if (!answers.isEmpty() && Objects.equals(answers.getLast().value(), next.value())) {
            answers.add(new Held<>(answers.removeLast().from(), next.until(), next.value()));
        } else {
            answers.add(next);
        }
    }
}
