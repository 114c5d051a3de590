package org.payqual.command.dispatch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.ledger.StreamName;

/**
 * Streams as they were folded lately, so that the next order to one reads only what was recorded since. Nothing is
 * decided on what is kept here alone: see {@link StreamRepository}. Those not asked for longest go first.
 *
 * @param <A> the aggregate
 */
final class RecentStreams<A extends RecordedStream<?, ?>> {

    private final Class<A> type;
    private final long most;
    private final Map<StreamName, A> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long events;

    /** Keeps streams of a kind that have so many events together. */
    RecentStreams(Class<A> type, long most) {
        this.type = type;
        this.most = most;
    }

    /** Finds a stream; what is given goes its own way. */
    Optional<A> find(StreamName stream) {
        A found;
        synchronized (kept) {
            found = kept.get(stream);
        }
        return Optional.ofNullable(found).map(it -> type.cast(it.copy()));
    }

    /** Keeps a stream as it is now. */
    void keep(StreamName stream, A folded) {
        A copy = type.cast(folded.copy());
        synchronized (kept) {
            A before = kept.put(stream, copy);
            events += copy.length() - (before == null ? 0 : before.length());
            Iterator<A> eldest = kept.values().iterator();
            while (events > most) {
                events -= eldest.next().length();
                eldest.remove();
            }
        }
    }
}
