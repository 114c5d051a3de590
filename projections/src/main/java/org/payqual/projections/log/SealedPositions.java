package org.payqual.projections.log;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;

/** Tells writers the position of what they wrote, as soon as there is one. */
public final class SealedPositions {

    private static final Duration OWN_SEALING = Duration.ofMillis(10);
    private static final Duration OTHERS_SEALING = Duration.ofMillis(50);

    private final LogHead head;
    private final LogReader reader;

    /**
     * Wait with a head and look up with a reader.
     *
     * @param head that this process's sequencer advances
     * @param reader finds what was sealed earlier, or by another process
     */
    public SealedPositions(LogHead head, LogReader reader) {
        this.head = head;
        this.reader = reader;
    }

    /**
     * Wait for the position of an event.
     *
     * @param type the kind of the event's stream
     * @param streamId the stream's id
     * @param sequence the event's number in its stream
     * @param longest how long to wait
     * @return the position, or nothing if the event is not sealed by then or the thread is interrupted
     */
    public OptionalLong awaitPosition(StreamType type, String streamId, long sequence, Duration longest) {
        LogHead.Event event = new LogHead.Event(new StreamName(type, streamId), sequence);
        Instant deadline = Instant.now().plus(longest);
        try {
            // Just written and sealed here is the common case, and costs no query.
            OptionalLong position = head.await(event, shorter(OWN_SEALING, longest));
            while (position.isEmpty()) {
                position = reader.positionOf(event.stream(), event.sequence());
                Duration left = Duration.between(Instant.now(), deadline);
                if (position.isPresent() || !left.isPositive()) {
                    return position;
                }
                position = head.await(event, shorter(OTHERS_SEALING, left));
            }
            return position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
