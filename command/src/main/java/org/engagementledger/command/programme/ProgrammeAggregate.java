package org.engagementledger.command.programme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

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
import org.engagementledger.domain.programme.Programme;
import org.engagementledger.domain.programme.ProgrammeCommand;
import org.engagementledger.domain.programme.ProgrammeCommand.EndProgramme;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(SetProgramme command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(EndProgramme command, Asked asked) {
        return carryOut(command, asked);
    }

    private Answer carryOut(ProgrammeCommand command, Asked asked) {
        Decision<ProgrammeEvent> decision =
                asked.conditions()
                        .on(
                                version,
                                programme.decide(
                                        command, asked.actor(), asked.now(), asked.terms()));
        return switch (decision) {
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
            case Decision.Accepted(List<ProgrammeEvent> events) -> {
                Answer.Accepted answer = Answer.Accepted.with(version + events.size(), events);
                if (asked.conditions().dryRun()) {
                    yield Answer.Foreseen.with(answer, events);
                }
                Instant now = asked.now();
                events.forEach(event -> apply(event, MetaData.from(Provenance.of(now, now, null))));
                yield answer;
            }
        };
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event) {
        id = event.programme().value();
        version++;
        programme = programme.evolve(event);
    }
}
