package org.engagementledger.command.claim;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.domain.claim.Claim;
import org.engagementledger.domain.claim.ClaimEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A claim as Axon keeps it. */
@Aggregate(type = "claim", snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class ClaimAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private Claim claim = Claim.free();

    ClaimAggregate() {}

    Claim claim() {
        return claim;
    }

    void write(ClaimEvent event, Instant now) {
        apply(event, MetaData.from(Provenance.of(now, now, null)));
    }

    @EventSourcingHandler
    void on(ClaimEvent event) {
        id = event.claim().value();
        claim = claim.evolve(event);
    }
}
