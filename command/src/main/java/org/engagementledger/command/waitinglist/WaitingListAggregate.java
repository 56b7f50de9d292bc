package org.engagementledger.command.waitinglist;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Asked;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.waitinglist.WaitingList;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.engagementledger.domain.waitinglist.WaitingListEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A court's waiting list as Axon keeps it; who waits is written through {@link WaitingLists}. */
@Aggregate(type = "waitinglist", snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class WaitingListAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long version = -1;

    private WaitingList list = WaitingList.empty();

    WaitingListAggregate() {}

    /** Somebody may have to be warned of where nobody has ever waited. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(WarnOfLastSurgery command, Asked asked) {
        return switch (list.decide(command, asked.actor())) {
            case Decision.Accepted(List<WaitingListEvent> events) -> {
                events.forEach(event -> write(event, asked.now()));
                yield Answer.Accepted.with(version, events);
            }
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
        };
    }

    WaitingList list() {
        return list;
    }

    void write(WaitingListEvent event, Instant now) {
        apply(event, MetaData.from(Provenance.of(now, now, null)));
    }

    @EventSourcingHandler
    void on(WaitingListEvent event) {
        id = event.list().value();
        version++;
        list = list.evolve(event);
    }
}
