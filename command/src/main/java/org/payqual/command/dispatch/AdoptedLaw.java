package org.payqual.command.dispatch;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.payqual.domain.law.Law;
import org.payqual.domain.ledger.LawEvent;

/** The law adopted by now, folded once and then kept up to date. */
public final class AdoptedLaw {

    private static final String NAME = Target.law().stream().stored();

    private final EventStore events;
    private volatile Law known = Law.NONE;

    /** Reads the law from an event store. */
    public AdoptedLaw(EventStore events) {
        this.events = events;
    }

    /** Returns the law as recorded at the time of this call. */
    public Law current() {
        long last = events.lastSequenceNumberFor(NAME).orElse(-1L);
        Law law = known;
        if (law.version() != last) {
            // A server that failed may have lost what was seen of it and not sealed yet.
            Law before = law.version() < last ? law : Law.NONE;
            law = Streams.fold(
                    events, Target.law().stream(), LawEvent.class, before, before.version() + 1, Law::evolve);
            known = law;
        }
        return law;
    }
}
