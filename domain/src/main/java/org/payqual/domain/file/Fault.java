package org.payqual.domain.file;

/**
 * One fault of a file, told so that its author finds it and knows what to write instead.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters as an editor counts them
 * @param path where in the document, such as {@code circumstances.TJ-26.1.band} or {@code consequences[2].from}; empty
 *     for the document itself
 * @param kind what sort of fault
 * @param message what is wrong
 */
public record Fault(int line, int column, String path, Kind kind, Text message) {

    /** The sorts of faults. */
    public enum Kind {
        /** The file cannot be read at all, or only up to here. */
        SYNTAX,
        /** Something is missing, unknown, or not of the form asked for. */
        FORM,
        /** Every value is well formed, but they do not fit each other. */
        SENSE
    }

    @Override
    public String toString() {
        return line + ":" + column + " " + (path.isEmpty() ? "" : path + ": ") + message.en();
    }
}
