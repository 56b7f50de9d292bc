package org.engagementledger.ledger.store;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Axon's transactions are Spring's: whoever began one ends it, and whoever joined one leaves that
 * to them.
 */
final class SpringTransactions implements TransactionManager {

    private final PlatformTransactionManager transactions;

    SpringTransactions(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status =
                transactions.getTransaction(TransactionDefinition.withDefaults());
        return new Transaction() {
            @Override
            public void commit() {
                if (isOurs(status)) {
                    transactions.commit(status);
                }
            }

            @Override
            public void rollback() {
                if (isOurs(status)) {
                    transactions.rollback(status);
                }
            }
        };
    }

    private static boolean isOurs(TransactionStatus status) {
        return status.isNewTransaction() && !status.isCompleted();
    }
}
