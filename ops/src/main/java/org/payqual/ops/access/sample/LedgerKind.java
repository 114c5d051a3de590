package org.payqual.ops.access.sample;

/** Tells what kind of ledger the program has open. */
public interface LedgerKind {

    /** Tells whether the ledger is a sample, as its first event says for good. */
    boolean isSample();
}
