package org.payqual.domain.ledger;

/**
 * The full name of a stream. Ids are unique within a type only, since agencies choose the codes of inspections and
 * handlings themselves; so the store knows a stream by both, as {@code handling/2025-0017}.
 *
 * @param type the kind of stream
 * @param id the stream's id within its kind, without a slash
 */
public record StreamName(StreamType type, String id) {

    private static final char SEPARATOR = '/';

    /**
     * Check that the name can be read back.
     *
     * @throws IllegalArgumentException if the id is empty or has a slash
     */
    public StreamName {
        if (id.isEmpty() || id.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("a stream's id is not empty and has no slash");
        }
    }

    /**
     * Read a name as it is stored.
     *
     * @throws IllegalArgumentException if it is no such name
     */
    public static StreamName stored(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("a stored stream name has a slash between type and id");
        }
        return new StreamName(StreamType.of(text.substring(0, separator)), text.substring(separator + 1));
    }

    /** Return the name as it is stored. */
    public String stored() {
        return type.label() + SEPARATOR + id;
    }
}
