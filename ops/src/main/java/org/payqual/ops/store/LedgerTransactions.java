package org.payqual.ops.store;

import java.util.Optional;
import java.util.Set;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.payqual.command.dispatch.Causes;
import org.payqual.command.dispatch.OutcomeUnknown;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Runs Axon's units of work in database transactions, and knows a commit that failed from one nobody answered. */
public final class LedgerTransactions implements TransactionManager {

    /** Classes of SQLSTATE with which a server refuses a commit for certain: integrity, state, and rollback. */
    private static final Set<String> REFUSED = Set.of("23", "25", "40");

    private static final String COMPLETION_UNKNOWN = "40003";

    private final PlatformTransactionManager platform;

    /** Runs units of work in the transactions of one database role. */
    public LedgerTransactions(PlatformTransactionManager platform) {
        this.platform = platform;
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = platform.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                if (!status.isCompleted()) {
                    LedgerTransactions.this.commit(status);
                }
            }

            @Override
            public void rollback() {
                if (!status.isCompleted()) {
                    platform.rollback(status);
                }
            }
        };
    }

    private void commit(TransactionStatus status) {
        try {
            platform.commit(status);
        } catch (RuntimeException e) {
            Optional<String> state = Causes.sqlState(e);
            if (Causes.fromDatabase(e)
                    && state.filter(LedgerTransactions::refused).isEmpty()) {
                throw new OutcomeUnknown(state.orElse(null));
            }
            throw e;
        }
    }

    private static boolean refused(String state) {
        return REFUSED.contains(state.substring(0, 2)) && !state.equals(COMPLETION_UNKNOWN);
    }
}
