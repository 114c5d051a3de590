package org.payqual.domain.ledger;

/**
 * The first event of every ledger, at position 0.
 *
 * @param ledger the random id of this ledger, which is in every leaf
 * @param format 0 until the stored form is frozen; a later build may refuse a ledger of format 0
 * @param sample whether the ledger holds invented material only
 */
public record LedgerOpened(String ledger, int format, boolean sample) implements Event {}
