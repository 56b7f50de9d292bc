package org.engagementledger.ledger.store;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.ledger.names.LogicalName;
import org.engagementledger.ledger.names.LogicalNames;
import org.engagementledger.ledger.names.NamedSerializer;
import org.engagementledger.ledger.names.Upcasters;
import org.engagementledger.ledger.sealing.Sealer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The event store on PostgreSQL. Axon's own configuration of it runs too early to see Spring Boot's
 * data source and would silently leave processors without tokens and transactions, so all of it is
 * said here; the event store itself is then made by Axon around the storage engine. In the profile
 * {@code axonserver} it is another, and all else stays.
 *
 * <p>Needs a data source and a {@link JdbcClient} that log in as the service's role to a database
 * that has been migrated, a transaction manager, a {@link Clock} and a {@link Sealer}. Each bean of
 * type {@link LogicalName} adds a name to those of the events: a snapshot that has none can't be
 * stored.
 *
 * <p>{@code ledger.demo} says whether the service is a demo, which it isn't unless told.
 */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    /** The profile in which events are kept in Axon Server, and mirrored here. */
    public static final String AXON_SERVER = "axonserver";

    /** How long an instance that no longer answers keeps its share of a processor's work. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    LedgerIdentity ledgerIdentity(
            JdbcClient database, @Value("${ledger.demo:false}") boolean demo, Clock clock) {
        return LedgerIdentity.open(database, demo, clock.instant());
    }

    @Bean
    LogicalNames logicalNames(ObjectProvider<LogicalName> more) {
        return more.orderedStream()
                .reduce(LogicalNames.ofTheLedger(), LogicalNames::and, (one, other) -> other);
    }

    @Bean
    @Qualifier("eventSerializer")
    NamedSerializer eventSerializer(Sealer sealer, LogicalNames names) {
        return new NamedSerializer(LedgerJson.sealed(sealer), names);
    }

    @Bean
    EventUpcasterChain upcasters() {
        return Upcasters.chain();
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new LostRace();
    }

    /** Knows which ledger it writes to before it writes. */
    @Bean
    @Profile("!" + AXON_SERVER)
    EventStorageEngine eventStorageEngine(
            JdbcClient database,
            ConnectionProvider connections,
            TransactionManager transactions,
            NamedSerializer serializer,
            EventUpcasterChain upcasters,
            Sealer sealer,
            LedgerIdentity opened) {
        Mirrored.refuse(database);
        return new PostgresEventStorageEngine(
                connections, transactions, serializer, upcasters, sealer);
    }

    @Bean
    Opener opener(Sealer sealer) {
        return new Opener(sealer);
    }

    @Bean
    StoredEvents storedEvents(NamedSerializer serializer, EventUpcasterChain upcasters) {
        return new StoredEvents(serializer, upcasters);
    }

    @Bean
    EventReader eventReader(JdbcClient database, StoredEvents events) {
        return new JdbcEventReader(database, events);
    }

    /**
     * Tokens name their classes, and Jackson 3 reads none back that it isn't allowed to: without
     * this a processor that was reset would fail on its own token, and try again for ever. Also for
     * Axon's general serializer.
     */
    @Bean
    Jackson3SerializerCustomizer tokenTypes() {
        return mapper ->
                mapper.polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .allowIfSubType("org.engagementledger.")
                                .build());
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Jackson3SerializerCustomizer tokenTypes) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(
                        Jackson3Serializer.builder()
                                .jsonMapperBuilderCustomizer(tokenTypes)
                                .build())
                .contentType(String.class)
                .claimTimeout(CLAIM_TIMEOUT)
                .schema(
                        TokenSchema.builder()
                                .setTokenTable("working.token")
                                .setProcessorNameColumn("processor")
                                .setSegmentColumn("segment")
                                .setTokenColumn("token")
                                .setTokenTypeColumn("token_type")
                                .setTimestampColumn("claimed_at")
                                .setOwnerColumn("owner")
                                .build())
                .build();
    }
}
