package org.payqual.command.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.payqual.domain.ledger.StreamName;

/** The streams that were found to have an event that cannot follow, since the program started. */
public final class UnreadableStreams {

    /** The code of the problem that a command to such a stream meets. */
    public static final String PROBLEM = "history-malformed";

    private final Set<StreamName> found = ConcurrentHashMap.newKeySet();

    /** Notes a stream; tells whether it was not noted before. */
    boolean add(StreamName stream) {
        return found.add(stream);
    }

    /** Returns those found. */
    public Set<StreamName> found() {
        return Set.copyOf(found);
    }
}
