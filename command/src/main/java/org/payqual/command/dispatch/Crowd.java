package org.payqual.command.dispatch;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.payqual.domain.ledger.StreamName;

/**
 * How many orders are on their way to each stream. They go one after the other, each in a thread of its own that waits;
 * beyond a number that no honest use reaches they are turned away, so that those of one stream never hold the threads
 * of all.
 */
final class Crowd {

    /** Orders to one stream at a time, a small part of the threads that serve requests. */
    static final int MOST = 24;

    private static final int RETRY_AFTER_SECONDS = 1;

    private final ConcurrentMap<StreamName, Integer> present = new ConcurrentHashMap<>();

    /**
     * Lets an order in, until {@link #leave}.
     *
     * @throws ProblemException if there are too many; nothing of it is recorded
     */
    void enter(StreamName stream) {
        if (present.merge(stream, 1, Integer::sum) > MOST) {
            leave(stream);
            throw new ProblemException(
                    new Problem.NotYet(
                            "stream-busy",
                            RETRY_AFTER_SECONDS,
                            "同一对象的请求过多，本次未予记录，请稍后重试。",
                            "Too many requests about the same one at once; nothing of this was recorded, try again in a moment."));
        }
    }

    /** Lets an order out. */
    void leave(StreamName stream) {
        present.computeIfPresent(stream, (it, count) -> count == 1 ? null : count - 1);
    }
}
