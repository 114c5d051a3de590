package org.payqual.command.sheet;

import org.jspecify.annotations.Nullable;

/** The rows of a table, one after the other. */
public interface Rows extends AutoCloseable {

    /**
     * Reads the next row that is not blank.
     *
     * @return null after the last
     * @throws UnreadableTable if the file goes no further in this form
     */
    @Nullable
    Row next() throws UnreadableTable;

    @Override
    void close();
}
