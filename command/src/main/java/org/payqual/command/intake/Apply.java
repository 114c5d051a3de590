package org.payqual.command.intake;

/** What is to be done with the rows of a file once all of it is checked. */
public enum Apply {
    /** All rows are taken, or none while a single one is bad. */
    WHOLE,
    /** The good rows are taken, the bad ones reported. */
    GOOD_ROWS,
    /** Nothing is taken; the file is checked. */
    NOTHING
}
