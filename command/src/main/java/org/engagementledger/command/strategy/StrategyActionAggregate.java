package org.engagementledger.command.strategy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Asked;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.strategy.StrategyAction;
import org.engagementledger.domain.strategy.StrategyCommand;
import org.engagementledger.domain.strategy.StrategyCommand.Complete;
import org.engagementledger.domain.strategy.StrategyCommand.DeclareEvidenceRule;
import org.engagementledger.domain.strategy.StrategyCommand.EndEvidenceRule;
import org.engagementledger.domain.strategy.StrategyCommand.LinkEvidence;
import org.engagementledger.domain.strategy.StrategyCommand.Rebaseline;
import org.engagementledger.domain.strategy.StrategyCommand.Reopen;
import org.engagementledger.domain.strategy.StrategyCommand.ReportProgress;
import org.engagementledger.domain.strategy.StrategyCommand.Start;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** An action of the plan as Axon keeps it; it is adopted with its plan, by {@link Plans}. */
@Aggregate(type = "strategy", snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class StrategyActionAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long version = -1;

    /** Null until adopted. */
    private StrategyAction.@Nullable Standing standing;

    StrategyActionAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Start command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ReportProgress command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(LinkEvidence command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Rebaseline command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Complete command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Reopen command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(DeclareEvidenceRule command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(EndEvidenceRule command, Asked asked) {
        return carryOut(command, asked);
    }

    private Answer carryOut(StrategyCommand command, Asked asked) {
        Decision<StrategyEvent> decision =
                asked.conditions()
                        .on(version, action().decide(command, asked.actor(), asked.now()));
        return switch (decision) {
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
            case Decision.Accepted(List<StrategyEvent> events) -> {
                Answer.Accepted answer = Answer.Accepted.with(version + events.size(), events);
                if (asked.conditions().dryRun()) {
                    yield Answer.Foreseen.with(answer, events);
                }
                events.forEach(event -> write(event, asked.now()));
                yield answer;
            }
        };
    }

    StrategyAction action() {
        return standing == null ? StrategyAction.notAdopted() : standing;
    }

    void write(StrategyEvent event, Instant now) {
        apply(event, MetaData.from(Provenance.of(now, now, null)));
    }

    @EventSourcingHandler
    void on(StrategyEvent event, @Timestamp Instant recordedAt) {
        id = event.action().value();
        version++;
        standing =
                action().evolve(event, LondonTime.dateOf(recordedAt))
                                instanceof StrategyAction.Standing known
                        ? known
                        : null;
    }
}
