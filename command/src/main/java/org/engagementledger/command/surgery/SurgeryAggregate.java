package org.engagementledger.command.surgery;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A surgery as Axon keeps it; it is written to through {@link Surgeries}. */
@Aggregate(type = "surgery", snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class SurgeryAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long version = -1;

    /** Null until scheduled. */
    private Surgery.@Nullable Scheduled scheduled;

    SurgeryAggregate() {}

    Surgery surgery() {
        return scheduled == null ? Surgery.unscheduled() : scheduled;
    }

    long version() {
        return version;
    }

    void write(SurgeryEvent event, Instant now) {
        apply(event, MetaData.from(Provenance.of(now, now, null)));
    }

    @EventSourcingHandler
    void on(SurgeryEvent event) {
        id = event.surgery().value();
        version++;
        scheduled = surgery().evolve(event) instanceof Surgery.Scheduled known ? known : null;
    }
}
