package org.payqual.domain.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Receipt;
import org.payqual.domain.person.PersonEvent.Departed;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.KeySupervisionStarted;
import org.payqual.domain.person.PersonEvent.Measure;
import org.payqual.domain.person.PersonEvent.Registered;
import org.payqual.domain.person.PersonEvent.RegistrationAmended;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.person.PersonEvent.Scored;
import org.payqual.domain.person.PersonEvent.Suspended;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.PersonEvent.SuspensionRevoked;
import org.payqual.domain.person.PersonEvent.Terminated;
import org.payqual.domain.person.PersonEvent.TerminationRevoked;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.MeasureKind;
import org.payqual.domain.rulebook.Responsibility;

/**
 * The timeline says on every day what the person says. The lives are wilder than any that deciding lets come about:
 * whatever can be folded at all must come out the same.
 */
class TimelineProperties {

    private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 2, 1);
    private static final LocalDate EARLIEST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 730;
    private static final Receipt RECEIPT =
            new Receipt("rulebook", LocalDate.of(2025, 1, 1), "00", List.of(), List.of());

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void timelineSaysOfEveryDayWhatThePersonSays(@ForAll("people") Person person) {
        Timeline timeline = Timeline.of(person);
        assertThat(everyDay(timeline::standingOn)).isEqualTo(everyDay(day -> Standing.of(person, day)));
        assertThat(everyDay(timeline::yearTotalOn))
                .isEqualTo(everyDay(
                        day -> new YearTotal(day.getYear(), person.pointsOn(day), person.keySupervisionOn(day))));
        assertThat(everyDay(timeline::registrationsOn))
                .isEqualTo(everyDay(day -> person.registrationsOn(day)
                        .map(it -> new RegistrationHeld(
                                it.institution(),
                                it.recorded(),
                                person.span(it).from(),
                                person.span(it).until(),
                                it.contentOn(day)))
                        .toList()));
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void whoeverIsTerminatedStillCountsAmongThePeopleToTheEndOfThatYear(@ForAll("people") Person person) {
        Timeline timeline = Timeline.of(person);
        for (String place : List.of("H1", "H2", "P1")) {
            assertThat(everyDay(day -> timeline.memberships().stream()
                            .filter(it -> it.on(day) && it.value().institution().equals(place))
                            .map(it -> it.value().underMeasure())
                            .toList()))
                    .isEqualTo(everyDay(
                            day -> counts(person, place, day) ? List.of(person.underMeasureOn(day)) : List.of()));
        }
    }

    /** Somebody counts who would be registered, had nothing been terminated in the year of that day or later. */
    private static boolean counts(Person person, String place, LocalDate day) {
        Map<String, RecordedMeasure> ended = new HashMap<>(person.measures());
        ended.values().removeIf(it -> it.terms().from().getYear() >= day.getYear());
        return new Person(
                        person.version(),
                        person.dossier(),
                        person.commitments(),
                        person.registrations(),
                        person.notices(),
                        person.services(),
                        ended,
                        person.supervisions(),
                        person.redress())
                .registrationAt(place, day)
                .isPresent();
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void everybodyIsCountedOnceInAYearUpToADate(
            @ForAll("crowds") List<Person> people, @ForAll @IntRange(max = 1000) int days, @ForAll boolean sameYear) {
        LocalDate upTo = FIRST.plusDays(days);
        int year = sameYear ? upTo.getYear() : 2025;
        List<LocalDate> asked = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> !day.isAfter(upTo))
                .toList();
        Predicate<Person> registered = it -> asked.stream().anyMatch(day -> counts(it, "H1", day));
        Predicate<Person> measured =
                it -> asked.stream().anyMatch(day -> counts(it, "H1", day) && it.underMeasureOn(day));
        assertThat(Headcount.of(people.stream().map(Timeline::of).toList(), "H1", year, upTo))
                .isEqualTo(new Headcount((int) people.stream().filter(measured).count(), (int)
                        people.stream().filter(registered).count()));
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void whatHappenedCountsOnceForAsLongAsItStands(@ForAll("people") Person person) {
        List<Held<Occurrence>> expected = Stream.concat(
                        person.notices().values().stream()
                                .filter(Notice::inForce)
                                .map(it -> new Held<>(
                                        it.date(),
                                        it.date().plusDays(1),
                                        new Occurrence("H1", it.id(), Occurrence.Kind.SCORING))),
                        person.measures().values().stream()
                                .map(RecordedMeasure::terms)
                                .map(it -> new Held<>(
                                        it.from(),
                                        it.from().plusDays(1),
                                        new Occurrence(
                                                "H1",
                                                it.notice(),
                                                Occurrence.Kind.valueOf(
                                                        it.kind().name())))))
                .collect(Collectors.toCollection(ArrayList::new));
        person.notices().values().stream()
                .filter(Notice::inForce)
                .filter(it -> it.findings().stream()
                        .map(Finding::actedTo)
                        .anyMatch(day -> person.registrationAt("H1", day).isEmpty()
                                && person.measures().values().stream()
                                        .filter(RecordedMeasure::terminates)
                                        .map(RecordedMeasure::terms)
                                        .noneMatch(bars -> !bars.from().isAfter(day)
                                                && (!bars.endRestores()
                                                        || bars.until().isAfter(day)))))
                .forEach(it -> expected.add(new Held<>(
                        it.date(),
                        it.date().plusDays(1),
                        new Occurrence("H1", it.id(), Occurrence.Kind.NOT_REGISTERED))));
        assertThat(Timeline.of(person).occurrences()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void spansAreAsFewAsCanBeAndLeaveNoDayOut(@ForAll("people") Person person) {
        Timeline timeline = Timeline.of(person);
        List<Held<Standing>> standings = timeline.standings();
        assertThat(standings.getFirst().from()).isNull();
        assertThat(standings.getLast().until()).isNull();
        IntStream.range(1, standings.size()).forEach(i -> {
            assertThat(standings.get(i).from()).isEqualTo(standings.get(i - 1).until());
            assertThat(standings.get(i).value())
                    .isNotEqualTo(standings.get(i - 1).value());
        });
        assertThat(timeline.yearTotals()).noneMatch(it -> it.value().isBlank());
        assertThat(Stream.concat(timeline.yearTotals().stream(), timeline.registrations().stream())
                        .filter(it -> it.from() != null && it.until() != null)
                        .filter(it -> !it.from().isBefore(it.until())))
                .isEmpty();
    }

    @Example
    void nobodyKnownStandsUnregisteredForEver() {
        assertThat(Timeline.of(Person.UNKNOWN).standings())
                .containsExactly(new Held<>(null, null, Standing.of(Person.UNKNOWN, EARLIEST)));
    }

    @Example
    void yearTotalEndsWithItsYear() {
        Person person = Person.replay(List.of(new Identified("ID"), scored("N1", LocalDate.of(2025, 12, 30), 3)));
        assertThat(Timeline.of(person).yearTotals())
                .containsExactly(new Held<>(
                        LocalDate.of(2025, 12, 30), LocalDate.of(2026, 1, 1), new YearTotal(2025, 3, false)));
    }

    @Example
    void dateThatNoCalendarEntryCanMeanIsMalformed() {
        Person person = Person.replay(List.of(
                new Identified("ID"),
                new Registered("H1", LocalDate.MAX, RegistrationContent.of("MEDICAL", true), RECEIPT)));
        assertThatThrownBy(() -> Timeline.of(person)).isInstanceOf(MalformedHistory.class);
    }

    private static <T> List<T> everyDay(Function<LocalDate, T> answer) {
        return FIRST.datesUntil(LAST).map(answer).toList();
    }

    @Provide
    Arbitrary<Person> people() {
        return events().list().ofMaxSize(30).map(events -> {
            Person person = Person.evolve(Person.UNKNOWN, new Identified("ID"));
            for (PersonEvent event : events) {
                try {
                    person = Person.evolve(person, event);
                } catch (MalformedHistory cannotFollow) {
                    assertThat(cannotFollow).hasMessageMatching(".+");
                }
            }
            return person;
        });
    }

    @Provide
    Arbitrary<List<Person>> crowds() {
        return people().list().ofMaxSize(6);
    }

    private static Arbitrary<PersonEvent> events() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, DAYS).map(EARLIEST::plusDays);
        Arbitrary<String> places = Arbitraries.of("H1", "H2", "P1");
        Arbitrary<String> notices = Arbitraries.of("N1", "N2", "N3", "N4", "N5");
        Arbitrary<RegistrationContent> contents =
                Arbitraries.of("MEDICAL", "NURSING").map(role -> RegistrationContent.of(role, false));
        Arbitrary<Measure> suspensions = measures(notices, days, MeasureKind.SUSPENSION);
        Arbitrary<Measure> terminations = measures(notices, days, MeasureKind.TERMINATION);
        return Arbitraries.frequencyOf(List.of(
                often(
                        4,
                        Combinators.combine(places, days, contents)
                                .as((place, day, content) -> new Registered(place, day, content, RECEIPT))),
                often(
                        2,
                        Combinators.combine(places, days, contents)
                                .as((place, day, content) -> new RegistrationAmended(place, day, content, RECEIPT))),
                often(
                        2,
                        Combinators.combine(places, days)
                                .as((place, day) -> new Departed(place, day, DepartureReason.OTHER, RECEIPT))),
                often(
                        5,
                        Combinators.combine(
                                        notices, days, Arbitraries.integers().between(1, 12))
                                .as(TimelineProperties::scored)),
                often(3, suspensions.map(it -> new Suspended(it, RECEIPT))),
                often(2, terminations.map(it -> new Terminated(it, RECEIPT))),
                often(
                        1,
                        suspensions.map(
                                it -> new SuspensionChanged(it, MeasureCause.NOTICE_CHANGED, it.notice(), RECEIPT))),
                often(1, notices.map(it -> new SuspensionRevoked(it, MeasureCause.NOTICE_CHANGED, it, RECEIPT))),
                often(1, notices.map(it -> new TerminationRevoked(it, MeasureCause.NOTICE_CHANGED, it, RECEIPT))),
                often(1, Combinators.combine(notices, days).as(TimelineProperties::revoked)),
                often(2, Combinators.combine(notices, days).as(TimelineProperties::supervised))));
    }

    private static Tuple2<Integer, Arbitrary<PersonEvent>> often(int weight, Arbitrary<? extends PersonEvent> events) {
        return Tuple.of(weight, events.map(it -> it));
    }

    private static Arbitrary<Measure> measures(Arbitrary<String> notices, Arbitrary<LocalDate> days, MeasureKind kind) {
        return Combinators.combine(notices, days, Arbitraries.integers().between(0, 14), Arbitraries.of(true, false))
                .as((notice, from, months, restores) -> new Measure(
                        notice,
                        kind,
                        from,
                        from.plusMonths(months),
                        Period.ofMonths(months).toString(),
                        MeasureBasis.ADDED_UP,
                        9,
                        9,
                        9,
                        restores,
                        new Provision(kind == MeasureKind.SUSPENSION ? "TJ-31.2.1" : "TJ-31.3.1")));
    }

    private static Scored scored(String notice, LocalDate date, int points) {
        Finding finding = new Finding(
                "V" + points % 3, "TJ-26.1", Responsibility.GENERAL, points, null, date, null, null, null, null, null);
        return new Scored(
                notice,
                "I" + points % 2,
                "H1",
                "D" + notice,
                HandlingKind.AGREEMENT_HANDLING,
                date,
                date,
                date,
                null,
                null,
                List.of(finding),
                true,
                Determiner.AGENCY,
                null,
                RECEIPT);
    }

    private static ScoreRevoked revoked(String notice, LocalDate date) {
        return new ScoreRevoked(
                notice, date, RevocationCause.HANDLING_OVERTURNED, "D" + notice, List.of(notice), RECEIPT);
    }

    private static KeySupervisionStarted supervised(String notice, LocalDate from) {
        return new KeySupervisionStarted(
                notice, from, LocalDate.of(from.getYear() + 1, 1, 1), 6, true, true, new Provision("TJ-31.1"), RECEIPT);
    }
}
