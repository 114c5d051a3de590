package org.payqual.domain.file;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters as an editor counts them
 */
public record Place(int line, int column) {

    /** The first character of a file. */
    public static final Place START = new Place(1, 1);
}
