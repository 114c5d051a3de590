package org.payqual.projections.log;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;

/** Tells writers the position of what they wrote, as soon as there is one. */
public final class SealedPositions {

    /** Longer than a batch under load takes; whoever asks about what was sealed long ago waits as long. */
    private static final Duration OWN_SEALING = Duration.ofMillis(50);

    private static final Duration OTHERS_SEALING = Duration.ofMillis(20);

    private final LogHead head;
    private final LogReader reader;
    private final BooleanSupplier sealedHere;

    /**
     * Wait with a head and look up with a reader.
     *
     * @param head that this process's sequencer advances
     * @param reader finds what was sealed earlier, or by another process
     * @param sealedHere tells whether it is this process that seals
     */
    public SealedPositions(LogHead head, LogReader reader, BooleanSupplier sealedHere) {
        this.head = head;
        this.reader = reader;
        this.sealedHere = sealedHere;
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
            while (true) {
                Duration left = Duration.between(Instant.now(), deadline);
                // Just written and sealed here is the common case, and costs no query.
                OptionalLong position =
                        head.await(event, shorter(sealedHere.getAsBoolean() ? OWN_SEALING : OTHERS_SEALING, left));
                if (position.isEmpty()) {
                    position = reader.positionOf(event.stream(), event.sequence());
                }
                if (position.isPresent() || !Instant.now().isBefore(deadline)) {
                    return position;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
