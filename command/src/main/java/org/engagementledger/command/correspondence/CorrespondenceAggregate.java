package org.engagementledger.command.correspondence;

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
import org.engagementledger.domain.correspondence.Correspondence;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.CallOff;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Invite;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Notify;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordFailure;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.RecordSent;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Remind;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.SendAgain;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.TellOfOffer;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.TellOfSession;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A correspondence as Axon routes to it: it asks the domain and writes what follows. */
@Aggregate(type = "correspondence", snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class CorrespondenceAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long version = -1;

    private Correspondence correspondence = Correspondence.empty();

    CorrespondenceAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Invite command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(CallOff command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Remind command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Notify command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(TellOfOffer command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(TellOfSession command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RecordSent command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(RecordFailure command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(SendAgain command, Asked asked) {
        return decide(command, asked);
    }

    private Answer decide(CorrespondenceCommand command, Asked asked) {
        Instant now = asked.now();
        Decision<CorrespondenceEvent> decision = correspondence.decide(command, asked.actor(), now);
        return switch (asked.conditions().on(version, decision)) {
            case Decision.Accepted(List<CorrespondenceEvent> events) -> {
                if (asked.conditions().dryRun()) {
                    yield Answer.Foreseen.with(
                            Answer.Accepted.with(version + events.size(), events), events);
                }
                events.forEach(event -> apply(event, MetaData.from(Provenance.of(now, now, null))));
                yield Answer.Accepted.with(version, events);
            }
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
        };
    }

    @EventSourcingHandler
    void on(CorrespondenceEvent event) {
        id = event.correspondence().value();
        version++;
        correspondence = correspondence.evolve(event);
    }
}
