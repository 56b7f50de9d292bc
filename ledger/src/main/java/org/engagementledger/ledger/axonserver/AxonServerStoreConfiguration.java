package org.engagementledger.ledger.axonserver;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.engagementledger.ledger.names.NamedSerializer;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.LedgerIdentity;
import org.engagementledger.ledger.store.Mirrored;
import org.engagementledger.ledger.store.StoreConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events and snapshots in Axon Server, in the profile {@code axonserver}; beside {@link
 * StoreConfiguration}, whose keys, tokens and tables stay as they are. Where Axon Server is, {@code
 * axon.axonserver} says.
 */
@Configuration(proxyBeanMethods = false)
@Profile(StoreConfiguration.AXON_SERVER)
public class AxonServerStoreConfiguration {

    /** Knows which ledger it is before anything is written. */
    @Bean
    Mirrored mirrored(JdbcClient database, AxonServerConfiguration server, LedgerIdentity opened) {
        return Mirrored.begin(database, server.getContext());
    }

    @Bean
    AxonServerEventStore eventStore(
            AxonServerConfiguration server,
            AxonServerConnectionManager connections,
            NamedSerializer serializer,
            EventUpcasterChain upcasters,
            Sealer sealer,
            Mirrored mirrored) {
        AxonServerEventStore store =
                AxonServerEventStore.builder()
                        .configuration(server)
                        .platformConnectionManager(connections)
                        .defaultContext(mirrored.context())
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .snapshotFilter(
                                snapshot -> serializer.isCurrent(snapshot.getPayload().getType()))
                        .upcasterChain(upcasters)
                        .build();
        store.registerDispatchInterceptor(
                events -> {
                    sealer.prepareToSeal(payloads(events));
                    return (number, event) -> event;
                });
        return store;
    }

    private static List<?> payloads(List<? extends EventMessage<?>> events) {
        return events.stream().map(EventMessage::getPayload).toList();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Sealer sealer) {
        return new MessageSerializer(sealer);
    }

    @Bean
    Mirror mirror(
            AxonServerConnectionManager connections,
            DataSource database,
            NamedSerializer serializer,
            Mirrored mirrored) {
        return new Mirror(connections, mirrored.context(), database, serializer);
    }
}
