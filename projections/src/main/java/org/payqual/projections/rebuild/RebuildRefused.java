package org.payqual.projections.rebuild;

/** A rebuild cannot begin or go on, for a reason that whoever asked for it can remove; the message says it plainly. */
public final class RebuildRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildRefused(String sentence) {
        super(sentence);
    }
}
