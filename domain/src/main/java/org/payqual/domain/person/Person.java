package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A person as the events recorded so far tell it. Immutable; {@link #evolve} gives the next one. It reads what the
 * events carry, never a rulebook or a clock, so that a replay in any year gives the same.
 *
 * @param version the sequence number of the last event; -1 before the first
 * @param dossier what is recorded of the record itself
 * @param commitments all commitments, in order of recording
 * @param registrations all registrations, in order of recording
 * @param notices all notices by id, in order of recording, fallen ones too
 * @param services of notices on parties, in order of recording
 * @param measures the measures in force by the notice from which they follow
 * @param supervisions the times under key supervision that stand
 * @param redress appeals, repairs, training and restorations
 */
public record Person(
        long version,
        Dossier dossier,
        List<Commitment> commitments,
        List<Registration> registrations,
        Map<String, Notice> notices,
        List<Service> services,
        Map<String, RecordedMeasure> measures,
        List<KeySupervision> supervisions,
        Redress redress) {

    /** The person of whom nothing is recorded. */
    public static final Person UNKNOWN =
            new Person(-1, Dossier.NEW, List.of(), List.of(), Map.of(), List.of(), Map.of(), List.of(), Redress.NONE);

    /** Makes the collections immutable, keeping their order. */
    public Person {
        commitments = List.copyOf(commitments);
        registrations = List.copyOf(registrations);
        notices = Collections.unmodifiableMap(new LinkedHashMap<>(notices));
        services = List.copyOf(services);
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        supervisions = List.copyOf(supervisions);
    }

    /** Tells whether the person is known to the ledger. */
    public boolean identified() {
        return version >= 0;
    }

    /**
     * Returns the same person without the events, and without those that follow, for whoever keeps many people. A
     * {@link RecordEvent.EntryCorrected} needs them and cannot be folded into this person.
     */
    public Person forgetting() {
        return dossier.entries().equals(Entries.NOT_KEPT) ? this : with(dossier.forgetting(), version);
    }

    /** Returns the person after an event that says nothing of where they stand, or nothing any more. */
    Person passing(PersonEvent event) {
        Takeover open = dossier.takeover();
        return open == null
                ? with(dossier.after(event), version + 1)
                : taking(open, event, open.apart().passing(event));
    }

    /** Returns the person after one more event of a record that is being taken over; the last one joins both. */
    private Person taking(Takeover open, PersonEvent event, Person apart) {
        Dossier longer = dossier.longer(event);
        return version + 1 < open.last()
                ? with(longer.taking(new Takeover(open.last(), apart)), version + 1)
                : Joining.joined(with(longer.taking(null), version + 1), apart);
    }

    /** Returns the person of whom the next event tells: while another record is taken over, the one in that. */
    public Person toldOfNext() {
        return dossier.takeover() == null ? this : dossier.takeover().apart().toldOfNext();
    }

    /** Returns the person of a record to be folded apart, whose marker has a place in the order of recording. */
    static Person apart(long place) {
        return UNKNOWN.with(Dossier.apart(place), place);
    }

    Person withoutSupervisionOf(List<String> ended) {
        Takeover open = dossier.takeover();
        if (open != null) {
            return with(dossier.taking(new Takeover(open.last(), open.apart().withoutSupervisionOf(ended))), version);
        }
        return ended.isEmpty()
                ? this
                : new Person(
                        version,
                        dossier,
                        commitments,
                        registrations,
                        notices,
                        services,
                        measures,
                        supervisions.stream()
                                .filter(it -> !ended.contains(it.notice()))
                                .toList(),
                        redress);
    }

    private Person with(Dossier kept, long last) {
        return new Person(last, kept, commitments, registrations, notices, services, measures, supervisions, redress);
    }

    /** Returns a notice by its id; one whose entry was a clerk's error is none. */
    Optional<Notice> noticeEntered(String id) {
        return Optional.ofNullable(notices.get(id)).filter(it -> !it.corrected());
    }

    /** Returns a notice that something recorded rests on. */
    Notice notice(String id) {
        Notice notice = notices.get(id);
        if (notice == null) {
            throw new IllegalStateException("no such notice: " + id);
        }
        return notice;
    }

    /** Returns the points on a date of the calendar year in which it lies, less those repaired (TJ-25, 35). */
    public int pointsOn(LocalDate date) {
        return yearPoints().totalOn(date);
    }

    /** Tells whether a measure's own term covers a date; a term that is served no longer does (TJ-33). */
    public boolean underMeasureOn(LocalDate date) {
        return !measuresOn(date).isEmpty();
    }

    /** Tells whether the person is under key supervision on a date (TJ-31.1). */
    public boolean keySupervisionOn(LocalDate date) {
        return supervisions.stream().anyMatch(it -> new Span(it.from(), it.until()).contains(date));
    }

    /**
     * Returns the days on which a registration held: to the departure or, if that comes first, to the first day of a
     * termination, which ends every registration begun before it and every one recorded before it in the same record
     * (TJ-31.3). Whoever registers anew at the institution is registered by that from then on, so that one registration
     * holds there even if the termination in between falls later and never ended the first.
     */
    public Span span(Registration registration) {
        return untilRenewed(registration, alone(registration));
    }

    /**
     * Returns the days on which a registration counts its person among the institution's people: as it held, but that a
     * termination ends it with its year only, so that whoever is terminated still counts among those terminated that
     * year (TJ-33).
     */
    public Span counted(Registration registration) {
        return untilRenewed(
                registration, alone(registration, terminated -> LocalDate.of(terminated.getYear() + 1, 1, 1)));
    }

    /** Returns the days on which a registration would have held, had there been no later one at its institution. */
    Span alone(Registration registration) {
        return alone(registration, terminated -> terminated);
    }

    private Span alone(Registration registration, UnaryOperator<LocalDate> endOfTermination) {
        Stream<LocalDate> ends = measures.values().stream()
                .filter(RecordedMeasure::terminates)
                .filter(it -> it.terms().from().isAfter(registration.from()) || knew(it, registration))
                .map(it -> endOfTermination.apply(it.terms().from()))
                .map(it -> it.isBefore(registration.from()) ? registration.from() : it);
        Optional<LocalDate> end =
                Stream.concat(Stream.ofNullable(registration.departed()), ends).min(LocalDate::compareTo);
        return new Span(registration.from(), end.orElse(null));
    }

    private Span untilRenewed(Registration registration, Span alone) {
        return registrations.stream()
                .filter(it -> it.institution().equals(registration.institution()))
                .map(Registration::from)
                .filter(it -> it.isAfter(alone.from()) && alone.contains(it))
                .min(LocalDate::compareTo)
                .map(renewed -> new Span(alone.from(), renewed))
                .orElse(alone);
    }

    /** Tells whether a registration was on record when a measure was; one of another record merged later was not. */
    private boolean knew(RecordedMeasure measure, Registration registration) {
        return measure.recorded() > registration.recorded()
                && notice(measure.terms().notice()).knowsFrom() <= registration.recorded();
    }

    /** Returns the registration that holds at an institution on a date, if one does. */
    public Optional<Registration> registrationAt(String institution, LocalDate date) {
        return registrationsOn(date)
                .filter(it -> it.institution().equals(institution))
                .findFirst();
    }

    /** Returns the registration at an institution that would overlap with one from a date on, if there is one. */
    Optional<Registration> overlapping(String institution, LocalDate from) {
        return registrations.stream()
                .filter(it -> it.institution().equals(institution))
                .filter(it -> {
                    Span held = span(it);
                    return !held.isEmpty()
                            && (held.until() == null || held.until().isAfter(from));
                })
                .findFirst();
    }

    /** Returns the terminations in force that had begun by a date. */
    List<RecordedMeasure> terminationsBy(LocalDate date) {
        return measures.values().stream()
                .filter(RecordedMeasure::terminates)
                .filter(it -> !it.terms().from().isAfter(date))
                .toList();
    }

    /** Returns the registrations that hold on a date, in order of recording. */
    public Stream<Registration> registrationsOn(LocalDate date) {
        return registrations.stream().filter(it -> span(it).contains(date));
    }

    /**
     * Tells whether a measure's term was served by a day without a restoration, so that the person waits for one (TJ-22
     * with 36).
     */
    public boolean awaitsRestoration(RecordedMeasure measure, LocalDate day) {
        return measure.servedBy(day)
                && liftedFrom(measure).filter(it -> !it.isAfter(day)).isEmpty();
    }

    /** Returns from which day a restoration lifts a measure; empty where none does (TJ-36). */
    public Optional<LocalDate> liftedFrom(RecordedMeasure measure) {
        return redress.restorations().values().stream()
                .filter(it -> it.lifts().contains(measure.terms().notice()))
                .flatMap(it -> effective(it).stream())
                .min(LocalDate::compareTo);
    }

    /**
     * Returns from which day a restoration is effective: that of the decision, or the latest end of the measures it
     * lifts as they now stand (TJ-36). Empty if it was not granted.
     */
    public Optional<LocalDate> effective(Restoration restoration) {
        return Stream.concat(
                        Stream.ofNullable(restoration.lifts().isEmpty() ? null : restoration.decided()),
                        restoration.lifts().stream()
                                .flatMap(it -> Stream.ofNullable(measures.get(it)))
                                .map(it -> it.terms().until()))
                .max(LocalDate::compareTo);
    }

    /** Returns the measures whose own term covers a day, in order of recording. */
    public List<RecordedMeasure> measuresOn(LocalDate day) {
        return measures.values().stream().filter(it -> it.runsOn(day)).toList();
    }

    YearPoints yearPoints() {
        return new YearPoints(notices.values(), redress.repairs().values());
    }

    /**
     * Folds one event.
     *
     * @throws org.payqual.domain.ledger.MalformedHistory if the event cannot follow what was recorded
     */
    public static Person evolve(Person person, PersonEvent event) {
        if (event instanceof RecordEvent.EntryCorrected correction) {
            return Corrections.after(person, correction);
        }
        Takeover open = person.dossier.takeover();
        return open == null
                ? new Evolution(person, event).after()
                : person.taking(open, event, evolve(open.apart(), event));
    }

    /** Folds events in order of recording. */
    public static Person replay(Iterable<? extends PersonEvent> events) {
        Person person = UNKNOWN;
        for (PersonEvent event : events) {
            person = evolve(person, event);
        }
        return person;
    }
}
