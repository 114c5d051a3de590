package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.payqual.domain.ledger.MalformedHistory;

/**
 * All of a person that settlement asks about (TJ-21), as spans on which nothing changes. {@link Settlement#of} answers
 * from these alone, so that they may be kept in whatever form and give the same answers.
 *
 * @param standings in order of time, without gap from the first day to the last
 * @param registered the institutions at which the person is registered, and when
 * @param registeredBefore the institutions at which the person was registered when a termination began, on the days on
 *     which the standing rests on that termination
 */
public record SettlementSpans(
        List<Held<Standing>> standings, List<Held<String>> registered, List<Held<String>> registeredBefore) {

    /** Copies the lists. */
    public SettlementSpans {
        standings = List.copyOf(standings);
        registered = List.copyOf(registered);
        registeredBefore = List.copyOf(registeredBefore);
    }

    /**
     * Works out the spans of a person.
     *
     * @throws MalformedHistory if a date lies outside the years that a calendar entry can mean
     */
    public static SettlementSpans of(Person person) {
        return new SettlementSpans(
                Timeline.standings(person),
                Timeline.registrations(person).stream()
                        .map(Held::value)
                        .map(it -> new Held<>(it.begun(), it.ends(), it.institution()))
                        .distinct()
                        .toList(),
                registeredBefore(person));
    }

    /** Returns the national codes that registrations of a person give them on any day, each once (TJ-18). */
    public static List<String> codesOf(Person person) {
        return Timeline.registrations(person).stream()
                .map(it -> it.value().content().personCode())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns where the person stands on a day. */
    public Standing standingOn(LocalDate day) {
        for (Held<Standing> standing : standings) {
            if (standing.on(day)) {
                return standing.value();
            }
        }
        throw new IllegalStateException("standings leave no day out");
    }

    /** Tells whether the person is registered at an institution on a day. */
    public boolean registeredAt(String institution, LocalDate day) {
        return anyAt(registered, institution, day);
    }

    /**
     * Tells whether the person was registered at an institution when a termination began on which the standing of a day
     * rests.
     */
    public boolean registeredBeforeAt(String institution, LocalDate day) {
        return anyAt(registeredBefore, institution, day);
    }

    private static boolean anyAt(List<Held<String>> spans, String institution, LocalDate day) {
        for (Held<String> span : spans) {
            if (span.value().equals(institution) && span.on(day)) {
                return true;
            }
        }
        return false;
    }

    private static List<Held<String>> registeredBefore(Person person) {
        if (person.measures().values().stream().noneMatch(RecordedMeasure::terminates)) {
            return List.of();
        }
        Turns turns = Turns.ofStanding(person);
        return person.registrations().stream()
                .map(Registration::institution)
                .distinct()
                .flatMap(institution -> registeredBefore(person, institution, turns))
                .toList();
    }

    private static Stream<Held<String>> registeredBefore(Person person, String institution, Turns turns) {
        return turns.answers(null, day -> registeredWhenItBegan(person, institution, day)).stream()
                .filter(Held::value)
                .map(it -> new Held<>(it.from(), it.until(), institution));
    }

    /** A termination ends all registrations: those held when it began count, for each on which the standing rests. */
    private static boolean registeredWhenItBegan(Person person, String institution, LocalDate day) {
        boolean termServed = Standing.of(person, day).termServed();
        return person.measures().values().stream()
                .filter(RecordedMeasure::terminates)
                .filter(it -> termServed ? person.awaitsRestoration(it, day) : it.runsOn(day))
                .map(it -> it.terms().from())
                .anyMatch(from -> person.registrationAt(institution, from.minusDays(1))
                        .filter(it -> !from.equals(it.departed()))
                        .isPresent());
    }
}
