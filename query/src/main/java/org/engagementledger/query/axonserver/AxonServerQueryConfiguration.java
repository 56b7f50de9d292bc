package org.engagementledger.query.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.engagementledger.ledger.store.StoreConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The query bus of the profile {@code axonserver}. */
@Configuration(proxyBeanMethods = false)
@Profile(StoreConfiguration.AXON_SERVER)
class AxonServerQueryConfiguration {

    @Bean
    AxonServerQueryBus queryBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration server,
            TransactionManager transactions,
            QueryUpdateEmitter updates,
            @Qualifier("messageSerializer") Serializer messages,
            Serializer general) {
        SimpleQueryBus local =
                SimpleQueryBus.builder()
                        .transactionManager(transactions)
                        .queryUpdateEmitter(updates)
                        .build();
        local.registerHandlerInterceptor(new NamedFailures());
        return new RoutedQueryBus(
                AxonServerQueryBus.builder()
                        .axonServerConnectionManager(connections)
                        .configuration(server)
                        .localSegment(local)
                        .updateEmitter(updates)
                        .messageSerializer(messages)
                        .genericSerializer(general));
    }
}
