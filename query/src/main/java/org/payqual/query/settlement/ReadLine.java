package org.payqual.query.settlement;

/** A line as it was read. */
sealed interface ReadLine {

    /** Returns its number, from 1. */
    long number();

    /**
     * A line that asks something.
     *
     * @param asks what
     */
    record Sound(long number, SettlementLine asks) implements ReadLine {}

    /**
     * A line that makes no sense.
     *
     * @param problem why not
     */
    record Faulty(long number, LineProblem problem) implements ReadLine {}
}
