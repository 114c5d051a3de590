package org.payqual.command.dispatch;

import org.payqual.domain.ledger.Refusal;

/** What came of an order: always a value, for an exception that crosses the bus could commit what it should not. */
public sealed interface Outcome {

    /**
     * The events are recorded, now or by the same order before.
     *
     * @param version the sequence of the last of them
     */
    record Recorded(long version) implements Outcome {}

    /**
     * The command is refused.
     *
     * @param refusal why
     * @param version the stream's last sequence, -1 if nothing is recorded in it
     */
    record Refused(Refusal refusal, long version) implements Outcome {}

    /**
     * Something else was recorded since the version that the caller expected.
     *
     * @param expected the version expected
     * @param actual the stream's last sequence, -1 if nothing is recorded in it
     */
    record Stale(long expected, long actual) implements Outcome {}

    /** The idempotency key came before with other content. */
    record KeyReused() implements Outcome {}
}
