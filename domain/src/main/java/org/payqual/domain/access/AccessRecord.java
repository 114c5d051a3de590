package org.payqual.domain.access;

/** The append-only record of who read what of whom. */
public interface AccessRecord {

    /**
     * Writes down a reading, durably, before this returns. Call it once for each request, with everyone the answer
     * shows, after the answer is worked out and before it is given; if it fails, give no answer.
     *
     * @param reading what was read
     */
    void write(Reading reading);

    /**
     * Writes down, likewise, that many lines were answered at once. Call it for each run of lines before their answers
     * are given.
     *
     * @param reading what was read
     */
    void write(BulkReading reading);
}
