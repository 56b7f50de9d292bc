package org.engagementledger.command.bulk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The event store itself: what is written goes the way of every other event, sealed and serialized
 * alike, in one transaction for each list.
 */
@Component
@Profile("demo")
class StoredBulk implements BulkLog {

    private final EventStore store;
    private final EventReader history;

    StoredBulk(EventStore store, EventReader history) {
        this.store = store;
        this.history = history;
    }

    @Override
    public void append(List<NewEvent> events) {
        store.publish(events.stream().map(StoredBulk::message).toList());
    }

    private static GenericDomainEventMessage<Object> message(NewEvent event) {
        return new GenericDomainEventMessage<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.payload(),
                event.metadata(),
                UUID.randomUUID().toString(),
                event.recordedAt());
    }

    @Override
    public Optional<EngagementEvent> read(EngagementId engagement, long sequence) {
        return history.read(engagement.value(), sequence, 1).stream()
                .filter(event -> event.sequence() == sequence)
                .map(StoredEvent::payload)
                .map(EngagementEvent.class::cast)
                .findFirst();
    }
}
