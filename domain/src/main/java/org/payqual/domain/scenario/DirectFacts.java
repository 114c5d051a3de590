package org.payqual.domain.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.payqual.domain.calendar.ShippedCalendars;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.handling.HandlingCommand;
import org.payqual.domain.handling.HandlingEvent;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.inspection.InspectionCommand;
import org.payqual.domain.inspection.InspectionEvent;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.institution.InstitutionEvent;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.person.Facts;
import org.payqual.domain.person.Person;
import org.payqual.domain.rulebook.Determiner;
import org.payqual.domain.rulebook.Rulebook;

/** The facts of a world in memory: its institutions, inspections and handlings, and its one rulebook. */
final class DirectFacts implements Facts {

    private static final WorkingDays WORKING_DAYS = ShippedCalendars.workingDays();

    private final Rulebook rulebook;
    private final Function<String, Optional<Person>> people;
    private final Map<String, Institution> institutions = new HashMap<>();
    private final Map<String, Inspection> inspections = new HashMap<>();
    private final Map<String, Handling> handlings = new HashMap<>();

    /**
     * Takes note of the institutions that take part.
     *
     * @param people finds whoever takes part, as recorded so far
     */
    DirectFacts(Rulebook rulebook, List<Premises> premises, Function<String, Optional<Person>> people) {
        this.rulebook = rulebook;
        this.people = people;
        for (Premises it : premises) {
            if (Institution.decide(null, it.designation(), this::governing)
                    instanceof Decision.Accepted<InstitutionEvent> accepted) {
                institutions.put(
                        it.code(),
                        Institution.evolve(null, it.code(), accepted.events().getFirst()));
            }
        }
    }

    @Override
    public Optional<Institution> institution(String code) {
        return Optional.ofNullable(institutions.get(code));
    }

    @Override
    public Optional<Person> person(String id) {
        return people.apply(id);
    }

    @Override
    public Optional<Handling> handling(String id) {
        return Optional.ofNullable(handlings.get(id));
    }

    @Override
    public Optional<Rulebook> governing(String region, LocalDate day) {
        return Optional.of(rulebook);
    }

    @Override
    public WorkingDays workingDays() {
        return WORKING_DAYS;
    }

    @Override
    public Optional<Rulebook> rulebook(String id) {
        return Optional.of(rulebook).filter(it -> it.id().equals(id));
    }

    /** Tells who made a handling, or the agency where there is none such. */
    Determiner maker(String handling) {
        return handling(handling)
                .map(it -> rulebook.responsibility().after(it.kind()))
                .orElse(Determiner.AGENCY);
    }

    /** Records an inspection unless it is recorded, or returns why it cannot be. */
    Optional<Refusal> inspection(String id, InspectionCommand.Open open) {
        if (inspections.containsKey(id)) {
            return Optional.empty();
        }
        return switch (Inspection.decide(null, open, institutions.get(open.institution()))) {
            case Decision.Refused<InspectionEvent> refused -> Optional.of(refused.refusal());
            case Decision.Accepted<InspectionEvent> accepted -> {
                accepted.events().forEach(it -> inspections.put(id, Inspection.evolve(null, id, it)));
                yield Optional.empty();
            }
        };
    }

    /** Records a handling unless it is recorded, or its overturning; or returns why that cannot be. */
    Optional<Refusal> handling(String id, HandlingCommand command) {
        Handling state = handlings.get(id);
        if (state != null && command instanceof HandlingCommand.Decide) {
            return Optional.empty();
        }
        Decision<HandlingEvent> decision = command instanceof HandlingCommand.Decide decide
                ? Handling.decide(
                        state,
                        decide,
                        inspections.get(decide.inspection()),
                        institutions.get(decide.institution()),
                        null)
                : Handling.decide(state, command, null, null, rulebook);
        return switch (decision) {
            case Decision.Refused<HandlingEvent> refused -> Optional.of(refused.refusal());
            case Decision.Accepted<HandlingEvent> accepted -> {
                accepted.events().forEach(it -> handlings.put(id, Handling.evolve(handlings.get(id), id, it)));
                yield Optional.empty();
            }
        };
    }
}
