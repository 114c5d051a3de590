package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.payqual.domain.ledger.MalformedHistory;

/**
 * Everything that the events known say of a person on any day, as spans on which nothing changes: the same answers as
 * {@link Standing#of}, {@link Person#pointsOn}, {@link Person#keySupervisionOn} and {@link Person#registrationsOn}, for
 * all days at once.
 *
 * @param standings in order of time, without gap from the first day to the last, neighbours different
 * @param yearTotals in order of time; none lasts beyond its year, and blank ones are left out
 * @param registrations by registration in order of recording, then in order of time
 * @param memberships by institution, then in order of time; those of one institution do not overlap
 * @param occurrences each on its one day, those of a notice together, in order of recording
 */
public record Timeline(
        List<Held<Standing>> standings,
        List<Held<YearTotal>> yearTotals,
        List<Held<RegistrationHeld>> registrations,
        List<Held<Membership>> memberships,
        List<Held<Occurrence>> occurrences) {

    /** Says nothing of anybody. */
    public static final Timeline BLANK = new Timeline(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Timeline {
        standings = List.copyOf(standings);
        yearTotals = List.copyOf(yearTotals);
        registrations = List.copyOf(registrations);
        memberships = List.copyOf(memberships);
        occurrences = List.copyOf(occurrences);
    }

    /**
     * Works out the timeline of a person.
     *
     * @throws MalformedHistory if a date lies outside the years 1 to 9999, which no calendar entry can mean
     */
    public static Timeline of(Person person) {
        return new Timeline(
                standings(person), yearTotals(person), registrations(person), memberships(person), occurrences(person));
    }

    /**
     * Works out the timeline of a person of whom one from before is known, taking over what does not change.
     *
     * @param before the person from before
     * @param known the timeline of the person from before
     * @throws MalformedHistory if a date lies outside the years 1 to 9999
     */
    public static Timeline of(Person person, Person before, Timeline known) {
        boolean sameTerms = Terms.of(person).equals(Terms.of(before));
        boolean samePoints = Points.of(person).equals(Points.of(before));
        return new Timeline(
                sameTerms ? known.standings : standings(person),
                samePoints ? known.yearTotals : yearTotals(person),
                sameTerms ? known.registrations : registrations(person),
                sameTerms ? known.memberships : memberships(person),
                sameTerms && samePoints ? known.occurrences : occurrences(person));
    }

    /**
     * All of a person on which standings, registrations and memberships rest. Taken apart whole, so that nothing new is
     * missed.
     */
    private record Terms(
            List<Registration> registrations,
            Map<String, RecordedMeasure> measures,
            Map<String, Appeal> appeals,
            Map<String, Restoration> restorations) {

        static Terms of(Person person) {
            return switch (person) {
                case Person(
                        var version,
                        var dossier,
                        var commitments,
                        var registered,
                        var notices,
                        var services,
                        var measured,
                        var supervisions,
                        Redress(var appealed, var repairs, var restored, var trainings)) ->
                    new Terms(registered, measured, appealed, restored);
            };
        }
    }

    /** All of a person on which year totals rest. */
    private record Points(Map<String, Notice> notices, List<KeySupervision> supervisions, Map<String, Repair> repairs) {

        static Points of(Person person) {
            return switch (person) {
                case Person(
                        var version,
                        var dossier,
                        var commitments,
                        var registrations,
                        var scored,
                        var services,
                        var measures,
                        var supervised,
                        Redress(var appeals, var repaired, var restorations, var trainings)) ->
                    new Points(scored, supervised, repaired);
            };
        }
    }

    /** Returns where the person stands on a day. */
    public Standing standingOn(LocalDate day) {
        return standings.stream()
                .filter(it -> it.on(day))
                .map(Held::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("standings leave no day out"));
    }

    /** Returns what the year of a day has come to on it. */
    public YearTotal yearTotalOn(LocalDate day) {
        return yearTotals.stream()
                .filter(it -> it.on(day))
                .map(Held::value)
                .findFirst()
                .orElseGet(() -> new YearTotal(day.getYear(), 0, false));
    }

    /** Returns the registrations that hold on a day, in order of recording. */
    public List<RegistrationHeld> registrationsOn(LocalDate day) {
        return registrations.stream().filter(it -> it.on(day)).map(Held::value).toList();
    }

    static List<Held<Standing>> standings(Person person) {
        return Turns.ofStanding(person).answersOfAllDays(day -> Standing.of(person, day));
    }

    private static List<Held<YearTotal>> yearTotals(Person person) {
        Stream<LocalDate> scored =
                person.notices().values().stream().filter(Notice::inForce).map(Notice::date);
        Stream<LocalDate> supervised = person.supervisions().stream().flatMap(it -> Stream.of(it.from(), it.until()));
        Stream<LocalDate> repaired = person.redress().repairs().values().stream()
                .filter(it -> it.granted() != null)
                .flatMap(it -> Stream.ofNullable(it.decided()));
        Turns turns = Turns.of(Stream.of(scored, supervised, repaired).flatMap(day -> day));
        if (turns.none()) {
            return List.of();
        }
        LocalDate end = LocalDate.of(turns.last().getYear() + 1, 1, 1);
        YearPoints points = person.yearPoints();
        return turns
                .withYears()
                .answers(end, day -> new YearTotal(day.getYear(), points.totalOn(day), person.keySupervisionOn(day)))
                .stream()
                .filter(Predicate.not(it -> it.value().isBlank()))
                .toList();
    }

    static List<Held<RegistrationHeld>> registrations(Person person) {
        return person.registrations().stream()
                .flatMap(it -> registrations(it, person.span(it)).stream())
                .toList();
    }

    private static List<Held<RegistrationHeld>> registrations(Registration registration, Span span) {
        if (span.isEmpty()) {
            return List.of();
        }
        return Turns.of(Stream.concat(
                        Turns.ends(span), registration.contents().stream().map(Registration.Content::from)))
                .within(span)
                .answers(
                        span.until(),
                        day -> new RegistrationHeld(
                                registration.institution(),
                                registration.recorded(),
                                span.from(),
                                span.until(),
                                registration.contentOn(day)));
    }

    private static List<Held<Membership>> memberships(Person person) {
        Map<String, List<Span>> counted = new LinkedHashMap<>();
        for (Registration registration : person.registrations()) {
            Span span = person.counted(registration);
            if (!span.isEmpty()) {
                counted.computeIfAbsent(registration.institution(), key -> new ArrayList<>())
                        .add(span);
            }
        }
        return counted.entrySet().stream()
                .flatMap(it -> memberships(person, it.getKey(), it.getValue()).stream())
                .toList();
    }

    private static List<Held<Membership>> memberships(Person person, String institution, List<Span> counted) {
        List<Held<Optional<Membership>>> all = Turns.of(
                        Stream.concat(counted.stream().flatMap(Turns::ends), Turns.ofMeasures(person)))
                .answers(
                        null,
                        day -> counted.stream().anyMatch(it -> it.contains(day))
                                ? Optional.of(new Membership(institution, person.underMeasureOn(day)))
                                : Optional.empty());
        return all.stream()
                .flatMap(it -> it.value().stream().map(held -> new Held<>(it.from(), it.until(), held)))
                .toList();
    }

    private static List<Held<Occurrence>> occurrences(Person person) {
        List<Held<Occurrence>> occurrences = new ArrayList<>();
        for (Notice notice : person.notices().values()) {
            if (notice.inForce()) {
                occurrences.add(on(notice.date(), notice, Occurrence.Kind.SCORING));
                if (notice.findings().stream()
                        .anyMatch(it -> unregistered(person, notice.institution(), it.actedTo()))) {
                    occurrences.add(on(notice.date(), notice, Occurrence.Kind.NOT_REGISTERED));
                }
            }
            RecordedMeasure measure = person.measures().get(notice.id());
            if (measure != null) {
                occurrences.add(on(
                        measure.terms().from(),
                        notice,
                        measure.terminates() ? Occurrence.Kind.TERMINATION : Occurrence.Kind.SUSPENSION));
            }
        }
        return occurrences;
    }

    /** Whoever a termination bars is not registered either, but by no fault of the institution. */
    private static boolean unregistered(Person person, String institution, LocalDate day) {
        return person.registrationAt(institution, day).isEmpty()
                && person.terminationsBy(day).stream()
                        .noneMatch(it -> it.runsOn(day) || person.awaitsRestoration(it, day));
    }

    private static Held<Occurrence> on(LocalDate day, Notice notice, Occurrence.Kind kind) {
        return new Held<>(day, day.plusDays(1), new Occurrence(notice.institution(), notice.id(), kind));
    }
}
