package org.payqual.ops.identity;

/**
 * What reworking entries for a new key came to.
 *
 * @param done entries redone in this run
 * @param left entries that still depend on a former key: theirs, or that of their owner, is not at hand
 */
public record Reworked(long done, long left) {

    /** Tells whether nothing depends on a former key any more. */
    public boolean complete() {
        return left == 0;
    }
}
