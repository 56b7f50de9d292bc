package org.engagementledger.command.programme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.domain.programme.Programme;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A court's programme as Axon keeps it. It has few events, and so no snapshots. */
@Aggregate(type = "programme")
class ProgrammeAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long version = -1;

    private Programme programme = Programme.unset();

    ProgrammeAggregate() {}

    Programme programme() {
        return programme;
    }

    long version() {
        return version;
    }

    void write(ProgrammeEvent event, Instant now) {
        apply(event, MetaData.from(Provenance.of(now, now, null)));
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event) {
        id = event.programme().value();
        version++;
        programme = programme.evolve(event);
    }
}
