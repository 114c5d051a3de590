package org.payqual.command.dispatch;

import org.jspecify.annotations.Nullable;

/** A commit was sent and its answer never came: nobody here knows whether the events are recorded. */
public final class OutcomeUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Tells the SQLSTATE, where there was one; the cause's own text could quote what was being recorded. */
    public OutcomeUnknown(@Nullable String sqlState) {
        super("the answer to a commit never came, SQLSTATE " + sqlState);
    }
}
