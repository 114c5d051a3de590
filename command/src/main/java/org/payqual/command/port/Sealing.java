package org.payqual.command.port;

import java.util.OptionalLong;
import org.payqual.domain.ledger.StreamType;

/** When a recorded event has its place in the log. */
public interface Sealing {

    /**
     * Waits a moment until an event is sealed.
     *
     * @param type the kind of its stream
     * @param stream the id of its stream
     * @param sequence its number in its stream
     * @return its position; empty if sealing takes longer than a caller should wait, or has {@link #stopped()}
     */
    OptionalLong await(StreamType type, String stream, long sequence);

    /** Tells whether nothing is sealed any more until an operator has looked, so that nothing should be recorded. */
    boolean stopped();
}
