package org.payqual.command.dispatch;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.payqual.domain.handling.Handling;
import org.payqual.domain.inspection.Inspection;
import org.payqual.domain.institution.Institution;
import org.payqual.domain.person.Facts;
import org.payqual.domain.person.Person;
import org.payqual.domain.person.PersonEvent;

/**
 * Looks at what is recorded by now, for whoever wants to tell in advance what would be decided. Nothing is held: by the
 * time of the command something else may be recorded, and then that counts.
 */
public final class Foresight {

    private final EventStore events;
    private final AdoptedLaw law;

    /** Looks into an event store. */
    public Foresight(EventStore events, AdoptedLaw law) {
        this.events = events;
        this.law = law;
    }

    /** Returns a person as recorded by now; {@link Person#UNKNOWN} where nothing is. */
    public Person person(String id) {
        return Streams.fold(events, Target.person(id).stream(), PersonEvent.class, Person.UNKNOWN, Person::evolve);
    }

    /** Returns an institution as recorded by now. */
    public Optional<Institution> institution(String code) {
        return facts().institution(code);
    }

    /** Returns an inspection as recorded by now. */
    public Optional<Inspection> inspection(String id) {
        return new LedgerFacts(events, law).inspection(id);
    }

    /** Returns a handling as recorded by now. */
    public Optional<Handling> handling(String id) {
        return facts().handling(id);
    }

    /** Returns what decisions about people look at, as recorded by now. */
    public Facts facts() {
        return new LedgerFacts(events, law);
    }
}
