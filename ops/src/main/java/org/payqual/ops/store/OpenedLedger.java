package org.payqual.ops.store;

/**
 * The ledger that the program has open, as its first event says for good.
 *
 * @param id its random id, which is in every leaf
 * @param format 0 until the stored form is frozen
 * @param sample whether it holds invented material only
 */
public record OpenedLedger(String id, int format, boolean sample) {}
