package org.payqual.ops.keys;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that use keys. Each holds the register shared before it locks anything else, so that a change of keys
 * waits for it and never waits in a circle with it.
 */
public final class KeyedTransaction {

    private final TransactionTemplate transaction;
    private final KeyRegister register;

    /** Works with transactions of the database that holds the register. */
    public KeyedTransaction(TransactionTemplate transaction, KeyRegister register) {
        this.transaction = transaction;
        this.register = register;
    }

    /** Runs a step that gives a result. */
    public <T> T within(Function<TransactionStatus, T> step) {
        return Objects.requireNonNull(transaction.execute(status -> {
            register.hold();
            return step.apply(status);
        }));
    }

    /** Runs a step with the register held alone. */
    public <T> T alone(Function<TransactionStatus, T> step) {
        return Objects.requireNonNull(transaction.execute(status -> {
            register.holdAlone();
            return step.apply(status);
        }));
    }
}
