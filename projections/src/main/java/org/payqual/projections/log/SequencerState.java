package org.payqual.projections.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the sequencer of this process is doing, for health checks and metrics. */
public sealed interface SequencerState {

    /** Tell whether events are being sealed, here or by another process, as far as is known here. */
    boolean healthy();

    /**
     * This process seals.
     *
     * @param head the last position given, or {@link LogHead#NONE}
     * @param waitingSince since when a writer that stays open has held up the sealing, by this process's clock; absent
     *     when none does
     */
    record Sealing(long head, @Nullable Instant waitingSince) implements SequencerState {
        @Override
        public boolean healthy() {
            return true;
        }
    }

    /** Another process seals; this one takes over when that one ends. */
    record Standby() implements SequencerState {
        @Override
        public boolean healthy() {
            return true;
        }
    }

    /**
     * The database cannot be reached, or was not yet; this is tried again and again.
     *
     * @param since since when, by this process's clock
     */
    record Disconnected(Instant since) implements SequencerState {
        @Override
        public boolean healthy() {
            return false;
        }
    }

    /**
     * An event cannot be sealed. Nothing is sealed after it until somebody has looked.
     *
     * @param globalIndex the event's number in the event table, or 0 if the program itself is at fault
     * @param reason why, without anything of its content
     */
    record Stopped(long globalIndex, String reason) implements SequencerState {
        @Override
        public boolean healthy() {
            return false;
        }
    }

    /** The application is ending. */
    record Closed() implements SequencerState {
        @Override
        public boolean healthy() {
            return false;
        }
    }
}
