package org.payqual.command.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.inspection.InspectionEvent;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.law.Law;
import org.payqual.domain.ledger.Event;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.person.Facts;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;
import org.payqual.domain.rulebook.Rulebook;

/**
 * What one decision looks at besides its own stream: other streams and the law as recorded when it first looks. Each is
 * read once, so that a command that is decided twice, for the sake of its texts, is decided on the same facts.
 */
final class LedgerFacts implements Facts {

    private final EventStore events;
    private final AdoptedLaw adopted;
    private final Map<String, Optional<Institution>> institutions = new HashMap<>();
    private final Map<String, Optional<Handling>> handlings = new HashMap<>();
    private final Map<String, Optional<Inspection>> inspections = new HashMap<>();
    private @Nullable Law law;

    LedgerFacts(EventStore events, AdoptedLaw adopted) {
        this.events = events;
        this.adopted = adopted;
    }

    @Override
    public Optional<Institution> institution(String code) {
        return institutions.computeIfAbsent(
                code,
                it -> folded(
                        Target.institution(it).stream(),
                        InstitutionEvent.class,
                        (state, event) -> Institution.evolve(state, it, event)));
    }

    @Override
    public Optional<Handling> handling(String id) {
        return handlings.computeIfAbsent(
                id,
                it -> folded(
                        Target.handling(it).stream(),
                        HandlingEvent.class,
                        (state, event) -> Handling.evolve(state, it, event)));
    }

    @Override
    public Optional<Person> person(String id) {
        Person person =
                Streams.fold(events, Target.person(id).stream(), PersonEvent.class, Person.UNKNOWN, Person::evolve);
        return Optional.of(person).filter(Person::identified);
    }

    /** Returns an inspection by its id. */
    Optional<Inspection> inspection(String id) {
        return inspections.computeIfAbsent(
                id,
                it -> folded(
                        Target.inspection(it).stream(),
                        InspectionEvent.class,
                        (state, event) -> Inspection.evolve(state, it, event)));
    }

    @Override
    public Optional<Rulebook> governing(String region, LocalDate day) {
        return law().rulebooks().governing(region, day).rulebook();
    }

    @Override
    public WorkingDays workingDays() {
        return law().calendars();
    }

    @Override
    public Optional<Rulebook> rulebook(String id) {
        return law().rulebooks().byId(id);
    }

    private Law law() {
        Law seen = law == null ? adopted.current() : law;
        law = seen;
        return seen;
    }

    private <S, E extends Event> Optional<S> folded(
            StreamName stream, Class<E> kind, BiFunction<@Nullable S, E, S> evolve) {
        return Optional.ofNullable(Streams.<@Nullable S, E>fold(events, stream, kind, null, evolve));
    }
}
