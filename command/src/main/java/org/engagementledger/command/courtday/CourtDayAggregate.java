package org.engagementledger.command.courtday;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.domain.courtday.CourtDay;
import org.engagementledger.domain.courtday.CourtDayEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A court's day as Axon keeps it. It has few events, and so no snapshots. */
@Aggregate(type = "courtday")
class CourtDayAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private CourtDay day = CourtDay.empty();

    CourtDayAggregate() {}

    CourtDay day() {
        return day;
    }

    void write(CourtDayEvent event, Instant now) {
        apply(event, MetaData.from(Provenance.of(now, now, null)));
    }

    @EventSourcingHandler
    void on(CourtDayEvent event) {
        id = event.day().value();
        day = day.evolve(event);
    }
}
