package org.payqual.command.dispatch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.payqual.domain.ledger.StreamName;

/**
 * Streams of all kinds as they were folded lately, so that the next order to one reads only what was recorded since.
 * Nothing is decided on what is kept here alone: see {@link StreamRepository}. Those not asked for longest go first.
 */
final class RecentStreams {

    /** What a stream takes besides its events, counted as events: its name, its place here, its maps. */
    private static final int OF_A_STREAM = 1;

    private final long most;
    private final Map<StreamName, RecordedStream<?, ?>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long events;

    /** Keeps streams that have so many events together, each counted as one more than it has. */
    RecentStreams(long most) {
        this.most = most;
    }

    /** Finds a stream of a kind; what is given goes its own way. */
    <A extends RecordedStream<?, ?>> Optional<A> find(StreamName stream, Class<A> type) {
        RecordedStream<?, ?> found;
        synchronized (kept) {
            found = kept.get(stream);
        }
        return Optional.ofNullable(found).map(it -> type.cast(it.copy()));
    }

    /** Keeps a stream as it is now. */
    void keep(RecordedStream<?, ?> folded) {
        RecordedStream<?, ?> copy = folded.copy();
        synchronized (kept) {
            RecordedStream<?, ?> before = kept.put(copy.stream(), copy);
            events += taken(copy) - (before == null ? 0 : taken(before));
            Iterator<RecordedStream<?, ?>> eldest = kept.values().iterator();
            while (events > most) {
                events -= taken(eldest.next());
                eldest.remove();
            }
        }
    }

    private static long taken(RecordedStream<?, ?> stream) {
        return stream.length() + OF_A_STREAM;
    }
}
