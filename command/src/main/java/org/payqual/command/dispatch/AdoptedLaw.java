package org.payqual.command.dispatch;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.payqual.command.port.StreamEnds;
import org.payqual.domain.law.Law;
import org.payqual.domain.ledger.StreamName;

/**
 * The law adopted by now, folded once and again whenever its stream ends with another event. The end is told by the
 * event's id and not by its number: a server that failed may have lost what was seen of it and not sealed yet, and
 * another event may stand in its place. Of other streams the last event is read again ({@link StreamRepository}); here
 * only its id is asked for, since every decision asks and an event of the law is a whole file.
 */
public final class AdoptedLaw {

    private static final StreamName STREAM = Target.law().stream();

    private final EventStore events;
    private final StreamEnds ends;
    private volatile LawStream known = new LawStream(STREAM);

    /** Reads the law from an event store. */
    public AdoptedLaw(EventStore events, StreamEnds ends) {
        this.events = events;
        this.ends = ends;
    }

    /** Returns the law as recorded at the time of this call. */
    public Law current() {
        LawStream folded = known;
        boolean all = ends.lastEvent(STREAM).map(folded::endsWith).orElse(folded.length() == 0);
        if (!all) {
            folded = Streams.fold(events, new LawStream(STREAM));
            known = folded;
        }
        return folded.law();
    }
}
