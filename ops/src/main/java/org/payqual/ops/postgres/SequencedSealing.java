package org.payqual.ops.postgres;

import java.time.Duration;
import java.util.OptionalLong;
import org.payqual.command.port.Sealing;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.log.SealedPositions;
import org.payqual.projections.log.Sequencer;
import org.payqual.projections.log.SequencerState;

/**
 * Lets writers wait for their position, or at least until what they wrote is on disk; the sequencer is told that there
 * is something to seal.
 */
public final class SequencedSealing implements Sealing {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Sequencer sequencer;
    private final SealedPositions positions;
    private final Duration longest;
    private final Runnable otherwise;

    /**
     * Waits for what a sequencer seals.
     *
     * @param longest how long a writer waits at most; one whose sequencer stops waits no longer
     * @param otherwise puts what was committed on disk where no position came
     */
    public SequencedSealing(Sequencer sequencer, SealedPositions positions, Duration longest, Runnable otherwise) {
        this.sequencer = sequencer;
        this.positions = positions;
        this.longest = longest;
        this.otherwise = otherwise;
    }

    @Override
    public OptionalLong await(StreamType type, String stream, long sequence) {
        sequencer.appended();
        OptionalLong position = position(type, stream, sequence);
        if (position.isEmpty()) {
            otherwise.run();
        }
        return position;
    }

    private OptionalLong position(StreamType type, String stream, long sequence) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            boolean stopped = stopped();
            OptionalLong position =
                    positions.awaitPosition(type, stream, sequence, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
            if (position.isPresent()
                    || stopped
                    || left.isZero()
                    || Thread.currentThread().isInterrupted()) {
                return position;
            }
        }
    }

    @Override
    public boolean stopped() {
        return sequencer.state() instanceof SequencerState.Stopped;
    }
}
