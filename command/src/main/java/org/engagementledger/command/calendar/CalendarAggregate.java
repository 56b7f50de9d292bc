package org.engagementledger.command.calendar;

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
import org.engagementledger.domain.calendar.Calendar;
import org.engagementledger.domain.calendar.CalendarCommand;
import org.engagementledger.domain.calendar.CalendarCommand.Open;
import org.engagementledger.domain.calendar.CalendarCommand.Revoke;
import org.engagementledger.domain.calendar.CalendarEvent;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/** A calendar as Axon keeps it. */
@Aggregate(type = "calendar", snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class CalendarAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private long version = -1;

    /** Null until opened. */
    private Calendar.@Nullable Opened opened;

    CalendarAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(Open command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(Revoke command, Asked asked) {
        return decide(command, asked);
    }

    private Answer decide(CalendarCommand command, Asked asked) {
        Decision<CalendarEvent> decision = calendar().decide(command, asked.actor(), asked.terms());
        return switch (asked.conditions().on(version, decision)) {
            case Decision.Accepted(List<CalendarEvent> events) -> {
                if (asked.conditions().dryRun()) {
                    yield Answer.Foreseen.with(
                            Answer.Accepted.with(version + events.size(), events), events);
                }
                Instant now = asked.now();
                events.forEach(event -> apply(event, MetaData.from(Provenance.of(now, now, null))));
                yield Answer.Accepted.with(version, events);
            }
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
        };
    }

    private Calendar calendar() {
        return opened == null ? Calendar.unopened() : opened;
    }

    @EventSourcingHandler
    void on(CalendarEvent event) {
        id = event.calendar().value();
        version++;
        opened = calendar().evolve(event) instanceof Calendar.Opened known ? known : null;
    }
}
