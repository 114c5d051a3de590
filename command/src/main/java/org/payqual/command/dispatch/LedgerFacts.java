package org.payqual.command.dispatch;

import java.time.LocalDate;
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
import org.payqual.domain.rulebook.Rulebook;

/** What one decision looks at besides its own stream: other streams as recorded by now, and the law adopted by now. */
final class LedgerFacts implements Facts {

    private final EventStore events;
    private final AdoptedLaw adopted;
    private @Nullable Law law;

    LedgerFacts(EventStore events, AdoptedLaw adopted) {
        this.events = events;
        this.adopted = adopted;
    }

    @Override
    public Optional<Institution> institution(String code) {
        return folded(
                Target.institution(code).stream(),
                InstitutionEvent.class,
                (state, event) -> Institution.evolve(state, code, event));
    }

    @Override
    public Optional<Handling> handling(String id) {
        return folded(
                Target.handling(id).stream(), HandlingEvent.class, (state, event) -> Handling.evolve(state, id, event));
    }

    /** Returns an inspection by its id. */
    Optional<Inspection> inspection(String id) {
        return folded(
                Target.inspection(id).stream(),
                InspectionEvent.class,
                (state, event) -> Inspection.evolve(state, id, event));
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
        return Optional.ofNullable(Streams.<@Nullable S, E>fold(events, stream, kind, null, 0, evolve));
    }
}
