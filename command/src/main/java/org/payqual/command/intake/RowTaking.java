package org.payqual.command.intake;

import java.util.List;

/** Takes the rows of one file, of one form, for one caller. */
interface RowTaking {

    /**
     * Says what the caller's rights and the rows before it hold against a row. Called once for each row, in order, by
     * the thread of the request.
     */
    List<RowFault> against(Values row);

    /** Returns what a row is about; rows about the same are taken one after the other, in order. */
    String about(Values row);

    /** Tells what would become of a row as things stand, and changes nothing. */
    Outcome foresee(Values row);

    /**
     * Writes down of whom the caller is about to learn that they are known. Called by the thread of the request before
     * anything is told of the rows treated so far.
     */
    void putOnRecord();

    /** Takes a row, once however often it is repeated. */
    Outcome take(Values row);
}
