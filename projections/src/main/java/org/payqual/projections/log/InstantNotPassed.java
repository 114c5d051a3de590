package org.payqual.projections.log;

/** What was known at an instant was asked before that instant had passed by PostgreSQL's clock, so more may come. */
public final class InstantNotPassed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InstantNotPassed() {
        super("the instant has not passed yet");
    }
}
