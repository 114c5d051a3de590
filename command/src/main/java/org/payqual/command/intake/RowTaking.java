package org.payqual.command.intake;

import java.util.List;
import java.util.function.Function;

/** Takes the rows of one file, of one form, for one caller. */
interface RowTaking {

    /**
     * Says what the caller's rights and the rows before it hold against a row. Called once for each row, in order, by
     * the thread of the request.
     */
    List<RowFault> against(Values row);

    /** Returns what a row is about; rows about the same are taken one after the other, in order. */
    String about(Values row);

    /**
     * Looks up what can be asked for many rows at once, and changes nothing. Called by the thread of the request.
     *
     * @return tells of each of these rows what would become of it as things stand; changes nothing either
     */
    Function<Values, Outcome> foreseeing(List<Values> rows);

    /**
     * Writes down of whom the caller is about to learn that they are known. Called by the thread of the request before
     * anything is told of the rows treated so far.
     */
    void putOnRecord();

    /**
     * Makes ready what can be done for many rows at once. Called by the thread of the request.
     *
     * @return takes each of these rows, once however often it is repeated
     */
    Function<Values, Outcome> taking(List<Values> rows);
}
