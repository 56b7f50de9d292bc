package org.engagementledger.command.surgery;

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
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A surgery as Axon keeps it; its slots are allocated and freed through {@link Surgeries}. */
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

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Schedule command, Asked asked) {
        return switch (surgery().decide(command, asked.actor(), asked.now(), asked.terms())) {
            case Decision.Accepted(List<SurgeryEvent> events) -> {
                if (asked.conditions().dryRun()) {
                    yield Answer.Foreseen.with(
                            Answer.Accepted.with(version + events.size(), events), events);
                }
                events.forEach(event -> write(event, asked.now()));
                yield Answer.Accepted.with(version, events);
            }
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
        };
    }

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
