package org.engagementledger.command.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.junit.jupiter.api.Test;

/** Looking at a surgery from outside of any unit of work. */
class LookTest {

    @Test
    void itBeginsWithTheLastSnapshotAndGoesOnFromThere() {
        InMemoryEventStorageEngine store = new InMemoryEventStorageEngine();
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureEmbeddedEventStore(c -> store);
        SurgeryWiring.configure(configurer);
        Configuration configuration = configurer.start();
        Surgeries surgeries = SurgeryWiring.surgeries(configuration);
        SurgeryAggregate snapshot = new SurgeryAggregate();
        snapshot.on(
                new SurgeryScheduled(
                        SURGERY,
                        BROMLEY,
                        START,
                        START.plusSeconds(3600),
                        20,
                        List.of(),
                        null,
                        null));
        store.storeSnapshot(message(0, snapshot));
        store.appendEvents(message(1, new SlotAllocated(SURGERY, START, ENGAGEMENT)));

        assertThat(surgeries.look(SURGERY))
                .isInstanceOfSatisfying(
                        Surgery.Scheduled.class,
                        surgery -> assertThat(surgery.holder(START)).contains(ENGAGEMENT));
        assertThat(surgeries.look(new SurgeryId("nowhere")))
                .isInstanceOf(Surgery.Unscheduled.class);
        configuration.shutdown();
    }

    private static GenericDomainEventMessage<Object> message(long sequence, Object payload) {
        return new GenericDomainEventMessage<>("surgery", SURGERY.value(), sequence, payload);
    }
}
