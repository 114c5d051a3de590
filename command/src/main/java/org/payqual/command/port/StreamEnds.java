package org.payqual.command.port;

import java.util.Optional;
import org.payqual.domain.ledger.StreamName;

/** Which event a stream ends with, for whoever has folded it and wants to know whether that is still all of it. */
public interface StreamEnds {

    /** Returns the id of the last event recorded in a stream; empty if there is none. */
    Optional<String> lastEvent(StreamName stream);
}
