package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.engagementledger.ledger.names.NamedSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What Axon is really given. Its own configuration, if it came first, would put up with no
 * transactions and with tokens in memory, and say nothing.
 */
class RunningContextTest extends OverHttp {

    private final ApplicationContext context;
    private final Configuration axon;

    RunningContextTest(@Autowired ApplicationContext context, @Autowired Configuration axon) {
        this.context = context;
        this.axon = axon;
    }

    @Test
    void eventsAreStoredInPostgres() {
        assertThat(context.getBeansOfType(EventStorageEngine.class).values())
                .singleElement()
                .isInstanceOf(JdbcEventStorageEngine.class)
                .satisfies(
                        engine ->
                                assertThat(engine.getClass().getPackageName())
                                        .isEqualTo("org.engagementledger.ledger.store"));
        assertThat(context.getBeansOfType(EventStore.class).values())
                .singleElement()
                .isInstanceOf(EmbeddedEventStore.class)
                .isSameAs(axon.eventStore());
    }

    @Test
    void tokensAreStoredInPostgres() {
        assertThat(context.getBeansOfType(TokenStore.class).values())
                .singleElement()
                .isInstanceOf(JdbcTokenStore.class);
        assertThat(axon.getComponent(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
    }

    @Test
    void transactionsAreReal() {
        assertThat(context.getBeansOfType(TransactionManager.class).values())
                .singleElement()
                .isNotInstanceOf(NoTransactionManager.class)
                .isInstanceOf(SpringTransactionManager.class);
        assertThat(axon.getComponent(TransactionManager.class))
                .isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void eventsAreWrittenUnderLogicalNames() {
        assertThat(axon.eventSerializer()).isInstanceOf(NamedSerializer.class);
    }

    @Test
    void nobodyIsAskedForUpdates() {
        assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
    }

    @Test
    void theClockOfADemonstrationCanBeMoved() {
        Map<String, Clock> clocks = context.getBeansOfType(Clock.class);

        assertThat(clocks).containsOnlyKeys("demoClock");
    }
}
