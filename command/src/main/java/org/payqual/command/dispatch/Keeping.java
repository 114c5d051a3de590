package org.payqual.command.dispatch;

import java.util.function.UnaryOperator;

/**
 * Keeps apart from the ledger what a command says and the ledger may not hold: gives the digest of a free text. A
 * command is worded once to be decided, when nothing is kept yet, and once more when it is accepted.
 */
public interface Keeping extends UnaryOperator<String> {

    /** Tells whether the command is accepted, so that what is handed over now is kept for good. */
    boolean forGood();
}
