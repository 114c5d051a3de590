package org.payqual.projections.live;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Runs the processor's units of work in transactions of the database that keeps the rows. */
public final class RowTransactions implements TransactionManager {

    private final PlatformTransactionManager platform;

    /** Creates transactions of this platform. */
    public RowTransactions(PlatformTransactionManager platform) {
        this.platform = platform;
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = platform.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                if (!status.isCompleted()) {
                    platform.commit(status);
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
}
