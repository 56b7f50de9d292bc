package org.engagementledger.command.engagement;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Asked;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.Circumstances;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * An engagement as Axon routes to it: it asks the domain and writes what follows. Commands that
 * touch a surgery, a claim or a waiting list too are handled by {@link EngagementsAndSlots}.
 */
@Aggregate(type = "engagement", snapshotTriggerDefinition = "snapshots")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class EngagementAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    /** Null until submitted. */
    private @Nullable CaseFile file;

    EngagementAggregate() {}

    @CommandHandler
    Answer handle(RequestInformation command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(EscalateTriage command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(HoldMeeting command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(MissMeeting command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(OfferPlea command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(WithdrawPleaOffer command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(IndicatePlea command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(RejectPlea command, Asked asked) {
        return decide(command, asked);
    }

    @CommandHandler
    Answer handle(AgreePlea command, Asked asked) {
        return decide(command, asked);
    }

    private Answer decide(EngagementCommand command, Asked asked) {
        return switch (decide(command, asked, asked.circumstances())) {
            case Decision.Accepted(List<EngagementEvent> events) ->
                    answer(events, List.of(), asked);
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
        };
    }

    /** What the command comes to, unless it was asked on another version than this. */
    Decision<EngagementEvent> decide(
            EngagementCommand command, Asked asked, Circumstances circumstances) {
        return asked.conditions().on(version(), engagement().decide(command, circumstances));
    }

    private long version() {
        return file == null ? -1 : file.version();
    }

    /** The engagement as it stands. */
    Engagement engagement() {
        return file == null ? Engagement.unsubmitted() : Engagement.of(file);
    }

    /**
     * Writes what was decided; a dry run only says so.
     *
     * @param elsewhere what is written to other aggregates together with it
     */
    Answer answer(List<EngagementEvent> events, List<?> elsewhere, Asked asked) {
        if (asked.conditions().dryRun()) {
            return Answer.Foreseen.with(
                    Answer.Accepted.with(version() + events.size(), events),
                    Stream.concat(elsewhere.stream(), events.stream()).toList());
        }
        events.forEach(event -> write(event, asked.now()));
        return Answer.Accepted.with(version(), events);
    }

    void write(EngagementEvent event, Instant now) {
        apply(event, metadata(event, now));
    }

    private static MetaData metadata(EngagementEvent event, Instant now) {
        Instant occurredAt = event.occurredAt();
        return MetaData.from(
                Provenance.of(occurredAt == null ? now : occurredAt, now, event.reason()));
    }

    @EventSourcingHandler
    void on(EngagementEvent event) {
        id = event.engagement().value();
        file = engagement().evolve(event) instanceof Engagement.Made made ? made.file() : null;
    }
}
