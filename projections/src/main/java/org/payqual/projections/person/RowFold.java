package org.payqual.projections.person;

import java.util.Set;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.log.LoggedEvent;

/**
 * The one way from events to rows: what the live tables take in event by event, a rebuild takes in at once. Not for use
 * by several threads.
 */
public final class RowFold {

    /** The streams whose events change rows; all others are passed over. */
    public static final Set<StreamType> STREAMS = Set.of(StreamType.PERSON);

    private final PersonFold people;

    /**
     * Creates a fold.
     *
     * @param past where people are read who are not remembered
     * @param capacity how many people are remembered, at least 1
     */
    public RowFold(EventCodec codec, Past past, int capacity) {
        this.people = new PersonFold(codec, past, capacity);
    }

    /** Takes in the next event: of the log in its order, or of a stream in its order, one stream after the other. */
    public void fold(LoggedEvent event, Changes changes) {
        if (STREAMS.contains(event.stream())) {
            changes.add(people.fold(event));
        }
    }
}
