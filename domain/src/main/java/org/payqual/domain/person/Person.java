package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.person.PersonEvent.Committed;
import org.payqual.domain.person.PersonEvent.Departed;
import org.payqual.domain.person.PersonEvent.Identified;
import org.payqual.domain.person.PersonEvent.Interviewed;
import org.payqual.domain.person.PersonEvent.KeySupervisionStarted;
import org.payqual.domain.person.PersonEvent.LicenceReported;
import org.payqual.domain.person.PersonEvent.MeasureRevoked;
import org.payqual.domain.person.PersonEvent.NoticeServed;
import org.payqual.domain.person.PersonEvent.Registered;
import org.payqual.domain.person.PersonEvent.RegistrationAmended;
import org.payqual.domain.person.PersonEvent.Reminded;
import org.payqual.domain.person.PersonEvent.ScoreRevoked;
import org.payqual.domain.person.PersonEvent.Scored;
import org.payqual.domain.person.PersonEvent.StatusMaintained;
import org.payqual.domain.person.PersonEvent.Suspended;
import org.payqual.domain.person.PersonEvent.SuspensionChanged;
import org.payqual.domain.person.PersonEvent.SuspensionRevoked;
import org.payqual.domain.person.PersonEvent.Terminated;
import org.payqual.domain.person.PersonEvent.TerminationChanged;
import org.payqual.domain.person.PersonEvent.TerminationRevoked;

/**
 * A person as the events recorded so far tell it. Immutable; {@link #evolve} gives the next one. It reads what the
 * events carry, never a rulebook or a clock, so that a replay in any year gives the same.
 *
 * @param version the sequence number of the last event; -1 before the first
 * @param commitments all commitments, in order of recording
 * @param registrations all registrations, in order of recording
 * @param notices all notices by id, in order of recording, fallen ones too
 * @param services of notices on parties, in order of recording
 * @param measures the measures in force by the notice from which they follow
 * @param supervisions the times under key supervision that stand
 */
public record Person(
        long version,
        List<Commitment> commitments,
        List<Registration> registrations,
        Map<String, Notice> notices,
        List<Service> services,
        Map<String, RecordedMeasure> measures,
        List<KeySupervision> supervisions) {

    /** The person of whom nothing is recorded. */
    public static final Person UNKNOWN = new Person(-1, List.of(), List.of(), Map.of(), List.of(), Map.of(), List.of());

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

    /** Returns the points on a date of the calendar year in which it lies (TJ-25). */
    public int pointsOn(LocalDate date) {
        return new YearPoints(notices.values()).totalOn(date);
    }

    /** Returns what a notice now adds to its year; 0 for one that fell (TJ-25). */
    public int pointsAddedBy(String notice) {
        return new YearPoints(notices.values()).addedBy(notice);
    }

    /** Tells whether the person is under key supervision on a date (TJ-31.1). */
    public boolean keySupervisionOn(LocalDate date) {
        return supervisions.stream().anyMatch(it -> new Span(it.from(), it.until()).contains(date));
    }

    /**
     * Returns the days on which a registration held: to the departure or, if that comes first, to the first day of a
     * termination, which ends every registration begun before it and every one recorded before it (TJ-31.3).
     */
    public Span span(Registration registration) {
        Stream<LocalDate> ends = measures.values().stream()
                .filter(RecordedMeasure::terminates)
                .filter(it -> it.terms().from().isAfter(registration.from()) || it.recorded() > registration.recorded())
                .map(it -> it.terms().from().isBefore(registration.from())
                        ? registration.from()
                        : it.terms().from());
        Optional<LocalDate> end =
                Stream.concat(Stream.ofNullable(registration.departed()), ends).min(LocalDate::compareTo);
        return new Span(registration.from(), end.orElse(null));
    }

    /** Returns the registration that holds at an institution on a date, if one does. */
    public Optional<Registration> registrationAt(String institution, LocalDate date) {
        return registrationsOn(date)
                .filter(it -> it.institution().equals(institution))
                .findFirst();
    }

    /** Returns the registrations that hold on a date, in order of recording. */
    public Stream<Registration> registrationsOn(LocalDate date) {
        return registrations.stream().filter(it -> span(it).contains(date));
    }

    /**
     * Folds one event.
     *
     * @throws MalformedHistory if the event cannot follow what was recorded
     */
    public static Person evolve(Person person, PersonEvent event) {
        if (person.identified() == event instanceof Identified) {
            throw new MalformedHistory("a person's stream opens with the identification and has one only");
        }
        Person next = person.withVersion(person.version + 1);
        return switch (event) {
            case Identified identified -> next;
            case Committed it -> next.with(new Commitment(it.institution(), it.date()));
            case Registered it ->
                next.with(new Registration(
                        it.institution(),
                        it.from(),
                        next.version,
                        List.of(new Registration.Content(it.from(), it.content())),
                        null));
            case RegistrationAmended it ->
                next.replacing(it.institution(), it.date(), held -> held.amended(it.date(), it.content()));
            case Departed it ->
                next.replacing(it.institution(), it.date().minusDays(1), held -> held.departedOn(it.date()));
            case Scored it -> next.with(notice(it, next.version));
            case NoticeServed it -> next.with(new Service(it.notice(), it.to(), it.received(), it.appealBy()));
            case KeySupervisionStarted it ->
                next.with(new KeySupervision(it.notice(), it.from(), it.until(), it.provision()));
            case Suspended it -> next.beginning(it.measure());
            case Terminated it -> next.beginning(it.measure());
            case SuspensionChanged it -> next.changing(it.measure());
            case TerminationChanged it -> next.changing(it.measure());
            case SuspensionRevoked it -> next.without(it);
            case TerminationRevoked it -> next.without(it);
            case ScoreRevoked it -> next.without(it);
            case StatusMaintained it -> next;
            case LicenceReported it -> next;
            case Reminded it -> next;
            case Interviewed it -> next;
        };
    }

    /** Folds events in order of recording. */
    public static Person replay(Iterable<? extends PersonEvent> events) {
        Person person = UNKNOWN;
        for (PersonEvent event : events) {
            person = evolve(person, event);
        }
        return person;
    }

    private static Notice notice(Scored it, long recorded) {
        return new Notice(
                it.notice(),
                recorded,
                it.inspection(),
                it.institution(),
                it.handling(),
                it.handlingKind(),
                it.handlingDate(),
                it.starts(),
                it.months(),
                it.findings(),
                it.receipt().rulebook(),
                true);
    }

    private Person withVersion(long next) {
        return new Person(next, commitments, registrations, notices, services, measures, supervisions);
    }

    private Person with(Commitment commitment) {
        return new Person(
                version, plus(commitments, commitment), registrations, notices, services, measures, supervisions);
    }

    private Person with(Registration registration) {
        return withRegistrations(plus(registrations, registration));
    }

    private Person with(Service service) {
        return new Person(
                version, commitments, registrations, notices, plus(services, service), measures, supervisions);
    }

    private Person with(KeySupervision supervision) {
        return withSupervisions(plus(supervisions, supervision));
    }

    private Person with(Notice notice) {
        if (notices.containsKey(notice.id())) {
            throw new MalformedHistory("notice " + notice.id() + " scored the person before");
        }
        return withNotice(notice);
    }

    private Person replacing(String institution, LocalDate date, UnaryOperator<Registration> change) {
        Registration held = registrationAt(institution, date)
                .orElseThrow(() -> new MalformedHistory("no registration at " + institution + " on " + date));
        return withRegistrations(registrations.stream()
                .map(it -> it.equals(held) ? change.apply(it) : it)
                .toList());
    }

    private Person beginning(PersonEvent.Measure terms) {
        if (measures.containsKey(terms.notice()) || !notices.containsKey(terms.notice())) {
            throw new MalformedHistory("no measure can begin for notice " + terms.notice());
        }
        return withMeasure(new RecordedMeasure(terms, version));
    }

    private Person changing(PersonEvent.Measure terms) {
        return withMeasure(new RecordedMeasure(terms, measure(terms.notice()).recorded()));
    }

    private Person without(MeasureRevoked revoked) {
        Map<String, RecordedMeasure> left = new LinkedHashMap<>(measures);
        left.remove(measure(revoked.notice()).terms().notice());
        return withMeasures(left);
    }

    private Person without(ScoreRevoked revoked) {
        Notice notice = notices.get(revoked.notice());
        if (notice == null || !notice.inForce()) {
            throw new MalformedHistory("notice " + revoked.notice() + " is not in force");
        }
        return withNotice(notice.revoked())
                .withSupervisions(supervisions.stream()
                        .filter(it -> !revoked.endsKeySupervisionOf().contains(it.notice()))
                        .toList());
    }

    private RecordedMeasure measure(String notice) {
        RecordedMeasure held = measures.get(notice);
        if (held == null) {
            throw new MalformedHistory("no measure of notice " + notice + " is in force");
        }
        return held;
    }

    private Person withRegistrations(List<Registration> changed) {
        return new Person(version, commitments, changed, notices, services, measures, supervisions);
    }

    private Person withNotice(Notice notice) {
        Map<String, Notice> changed = new LinkedHashMap<>(notices);
        changed.put(notice.id(), notice);
        return new Person(version, commitments, registrations, changed, services, measures, supervisions);
    }

    private Person withMeasure(RecordedMeasure measure) {
        Map<String, RecordedMeasure> changed = new LinkedHashMap<>(measures);
        changed.put(measure.terms().notice(), measure);
        return withMeasures(changed);
    }

    private Person withMeasures(Map<String, RecordedMeasure> changed) {
        return new Person(version, commitments, registrations, notices, services, changed, supervisions);
    }

    private Person withSupervisions(List<KeySupervision> changed) {
        return new Person(version, commitments, registrations, notices, services, measures, changed);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
