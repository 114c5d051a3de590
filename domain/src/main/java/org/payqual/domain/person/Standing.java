package org.payqual.domain.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.rulebook.StandingKind;

/**
 * Where a person stands on a date (TJ-21, 22, 31): a function of the events known and the date, never a stored flag.
 *
 * @param kind normal, suspended, terminated, or unregistered where nothing is registered and no measure leaves a trace
 * @param until the first free day of the measure in force; null where none runs
 * @param termServed whether the term ran out and the person waits for a restoration (TJ-22 with 36)
 * @param objected whether an appeal is open on that day (TJ-34)
 * @param provisions the consequences on which a measure rests, none where no measure does
 */
public record Standing(
        StandingKind kind,
        @Nullable LocalDate until,
        boolean termServed,
        boolean objected,
        List<Provision> provisions) {

    /** Copies the provisions. */
    public Standing {
        provisions = List.copyOf(provisions);
    }

    /**
     * Works out where a person stands on a date.
     *
     * <p>Measures run side by side: the heavier kind in force counts, and the latest end of that kind. A running
     * measure outranks one whose term is served.
     */
    public static Standing of(Person person, LocalDate date) {
        boolean objected = person.redress().objectedOn(date);
        List<RecordedMeasure> running = person.measuresOn(date);
        Optional<RecordedMeasure> counts = heaviest(running);
        if (counts.isPresent()) {
            return underMeasure(counts.get(), running, false, objected);
        }
        List<RecordedMeasure> served = person.measures().values().stream()
                .filter(it -> person.awaitsRestoration(it, date))
                .toList();
        Optional<RecordedMeasure> remains = heaviest(served);
        if (remains.isPresent()) {
            return underMeasure(remains.get(), served, true, objected);
        }
        boolean registered = person.registrationsOn(date).findAny().isPresent();
        return new Standing(
                registered ? StandingKind.NORMAL : StandingKind.UNREGISTERED, null, false, objected, List.of());
    }

    private static Standing underMeasure(
            RecordedMeasure counts, Collection<RecordedMeasure> beside, boolean termServed, boolean objected) {
        List<Provision> provisions = beside.stream()
                .filter(it -> it.terms().kind() == counts.terms().kind())
                .map(it -> it.terms().provision())
                .distinct()
                .toList();
        return new Standing(
                counts.terminates() ? StandingKind.TERMINATED : StandingKind.SUSPENDED,
                termServed ? null : counts.terms().until(),
                termServed,
                objected,
                provisions);
    }

    private static Optional<RecordedMeasure> heaviest(Collection<RecordedMeasure> measures) {
        return measures.stream()
                .max(Comparator.comparing(RecordedMeasure::terminates)
                        .thenComparing(it -> it.terms().until()));
    }
}
