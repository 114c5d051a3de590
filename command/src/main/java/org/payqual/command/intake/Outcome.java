package org.payqual.command.intake;

import org.payqual.command.dispatch.Target;

/** What becomes of a row. */
sealed interface Outcome {

    /** The row would be recorded as things stand. */
    record Fresh() implements Outcome {}

    /** All that the row says is on record. */
    record OnRecord() implements Outcome {}

    /**
     * The row is recorded.
     *
     * @param target the stream that was written last
     * @param version of that stream
     */
    record Done(Target<?> target, long version) implements Outcome {}

    /**
     * The row is not taken.
     *
     * @param fault why
     */
    record Refused(RowFault fault) implements Outcome {}
}
