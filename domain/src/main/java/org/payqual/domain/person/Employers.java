package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Through which institutions a person asks on a day for a repair or a restoration: those where the person is or will be
 * registered (TJ-36, 37; CY-13, 15). Whoever is registered nowhere that day asks through those that had to do with the
 * score.
 *
 * @param person as recorded so far
 * @param day of the request
 */
record Employers(Person person, LocalDate day) {

    /** Tells whether an institution is asked to approve a repair of points of the day's year. */
    boolean ofRepair(String institution) {
        Set<String> registered = registered();
        return registered.isEmpty()
                ? told(institution) || person.measuresOn(day).stream().anyMatch(it -> affected(it, institution))
                : registered.contains(institution);
    }

    private boolean told(String institution) {
        return person.notices().values().stream()
                .filter(it -> it.inForce() && it.year() == day.getYear())
                .anyMatch(it -> it.institution().equals(institution));
    }

    /**
     * Tells whether an institution is asked to approve a restoration. One where the person will be registered shows it
     * by a commitment signed since a measure began (TJ-18).
     *
     * @param open the measures that it would lift
     */
    boolean ofRestoration(String institution, List<RecordedMeasure> open) {
        Set<String> registered = registered();
        return registered.contains(institution)
                || open.stream().anyMatch(it -> committedSince(it, institution))
                || (registered.isEmpty() && open.stream().anyMatch(it -> affected(it, institution)));
    }

    private Set<String> registered() {
        return person.registrationsOn(day).map(Registration::institution).collect(Collectors.toUnmodifiableSet());
    }

    private boolean committedSince(RecordedMeasure measure, String institution) {
        return person.commitments().stream()
                .filter(it -> it.institution().equals(institution))
                .anyMatch(it -> !it.date().isAfter(day)
                        && !it.date().isBefore(measure.terms().from()));
    }

    /** Whether the notice was told to the institution, or the person was registered there when the measure began. */
    private boolean affected(RecordedMeasure measure, String institution) {
        LocalDate first = measure.terms().from();
        return person.notice(measure.terms().notice()).institution().equals(institution)
                || Stream.of(first.minusDays(1), first)
                        .anyMatch(it -> person.registrationAt(institution, it).isPresent());
    }
}
