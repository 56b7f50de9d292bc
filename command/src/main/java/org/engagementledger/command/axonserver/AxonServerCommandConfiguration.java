package org.engagementledger.command.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.engagementledger.ledger.store.StoreConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The command bus of the profile {@code axonserver}. */
@Configuration(proxyBeanMethods = false)
@Profile(StoreConfiguration.AXON_SERVER)
class AxonServerCommandConfiguration {

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            TransactionManager transactions, ObjectProvider<CorrelationDataProvider> correlation) {
        SimpleCommandBus bus =
                new LocalCommandBus(SimpleCommandBus.builder().transactionManager(transactions));
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<CommandMessage<?>>(
                        correlation.orderedStream().toList()));
        return bus;
    }

    @Bean
    @Primary
    AxonServerCommandBus axonServerCommandBus(
            AxonServerConnectionManager connections,
            AxonServerConfiguration server,
            @Qualifier("localSegment") CommandBus local,
            @Qualifier("messageSerializer") Serializer serializer,
            RoutingStrategy routing) {
        return new RoutedCommandBus(
                AxonServerCommandBus.builder()
                        .axonServerConnectionManager(connections)
                        .configuration(server)
                        .localSegment(local)
                        .serializer(serializer)
                        .routingStrategy(routing),
                routing);
    }
}
