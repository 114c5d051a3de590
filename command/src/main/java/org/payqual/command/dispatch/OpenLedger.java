package org.payqual.command.dispatch;

/**
 * Opens a ledger, once.
 *
 * @param sample whether it will hold invented material only
 */
public record OpenLedger(boolean sample) {}
