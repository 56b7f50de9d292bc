package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.engagementledger.ledger.names.LogicalName;
import org.engagementledger.ledger.names.LogicalNames;
import org.engagementledger.ledger.names.NamedSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreConfigurationTest {

    private static final LogicalName SNAPSHOT =
            new LogicalName("engagement.Snapshot", 1, Thread.State.class);

    @TempDir private Path temporary;

    /** Axon replaces what is missing with something that forgets, and says nothing. */
    @Test
    void nothingIsLeftToWhatForgets() {
        try (Ledger ledger = Ledger.open(LedgerDatabase.fresh(), temporary, SNAPSHOT)) {
            assertThat(ledger.context().getBean(EventStorageEngine.class))
                    .isInstanceOf(PostgresEventStorageEngine.class);
            assertThat(ledger.context().getBean(TransactionManager.class))
                    .isInstanceOf(SpringTransactionManager.class);
            assertThat(ledger.context().getBean(TokenStore.class))
                    .isInstanceOf(JdbcTokenStore.class);
            assertThat(ledger.context().getBean("eventSerializer", Serializer.class))
                    .isInstanceOf(NamedSerializer.class);
            assertThat(ledger.context().getBean(LogicalNames.class).named("engagement.Snapshot"))
                    .contains(SNAPSHOT);
            assertThat(ledger.context().getBean(LedgerIdentity.class).demo()).isFalse();
        }
    }
}
