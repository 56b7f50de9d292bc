package org.engagementledger.command.engagement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Asked;
import org.engagementledger.command.Together;
import org.engagementledger.command.claim.Claims;
import org.engagementledger.command.surgery.Surgeries;
import org.engagementledger.command.waitinglist.WaitingLists;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.Circumstances;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Commands after which an engagement may have another slot, another claim or another place on a
 * waiting list: the surgeries, claims and lists concerned are written in the same unit of work, so
 * that all of it is written or nothing.
 *
 * <p>Aggregates are loaded in one order (and written so, but the engagement last): the engagement,
 * claims by id, the waiting list, surgeries by id. Two commands can't wait for each other, and
 * which of them comes first the sequence numbers in the store decide.
 */
@Component
class EngagementsAndSlots {

    private final Repository<EngagementAggregate> engagements;
    private final Claims claims;
    private final WaitingLists waitingLists;
    private final Surgeries surgeries;
    private final EventStore events;

    EngagementsAndSlots(
            Repository<EngagementAggregate> engagements,
            Claims claims,
            WaitingLists waitingLists,
            Surgeries surgeries,
            EventStore events) {
        this.engagements = engagements;
        this.claims = claims;
        this.waitingLists = waitingLists;
        this.surgeries = surgeries;
        this.events = events;
    }

    @CommandHandler
    Answer handle(Submit command, Asked asked) throws Exception {
        return carryOut(
                engagements.loadOrCreate(command.engagement().value(), EngagementAggregate::new),
                command,
                asked,
                asked.circumstances());
    }

    @CommandHandler
    Answer handle(Amend command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(RelistHearing command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(JoinWaitingList command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(LeaveWaitingList command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(EndWaiting command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(OfferSlot command, Asked asked) {
        return withSurgery(load(command), command.surgery(), command, asked);
    }

    @CommandHandler
    Answer handle(AcceptOffer command, Asked asked) {
        Aggregate<EngagementAggregate> engagement = load(command);
        Optional<CaseFile.Offer> offer = engagement.invoke(it -> it.engagement().offer());
        return offer.isPresent()
                ? withSurgery(engagement, offer.get().slot().surgery(), command, asked)
                : carryOut(engagement, command, asked, asked.circumstances());
    }

    @CommandHandler
    Answer handle(DeclineOffer command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(ExpireOffer command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(Triage command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(Resolve command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(BookSlot command, Asked asked) {
        return withSurgery(load(command), command.surgery(), command, asked);
    }

    private Answer withSurgery(
            Aggregate<EngagementAggregate> engagement,
            SurgeryId wanted,
            EngagementCommand command,
            Asked asked) {
        Engagement before = engagement.invoke(EngagementAggregate::engagement);
        before.waiting().map(WaitingCase::list).ifPresent(waitingLists::hold);
        Stream<SurgeryId> held =
                Stream.concat(
                                before.booking().stream(),
                                before.offer().stream().map(CaseFile.Offer::slot))
                        .map(Slot::surgery);
        Surgery surgery = surgeries.load(wanted, held);
        return carryOut(engagement, command, asked, asked.circumstances().with(surgery));
    }

    @CommandHandler
    Answer handle(CancelBooking command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(TransferRepresentation command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(Withdraw command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(RecordOutcome command, Asked asked) {
        return carryOut(command, asked);
    }

    @CommandHandler
    Answer handle(RecordInError command, Asked asked) {
        return carryOut(load(command), command, asked, asked.circumstances().with(named(command)));
    }

    /** Read where events are written, since a decision rests on it. */
    private @Nullable EngagementEvent named(RecordInError command) {
        if (command.sequence() < 0) {
            return null;
        }
        DomainEventStream stream =
                events.readEvents(command.engagement().value(), command.sequence());
        if (!stream.hasNext()) {
            return null;
        }
        DomainEventMessage<?> event = stream.next();
        return event.getSequenceNumber() == command.sequence()
                ? (EngagementEvent) event.getPayload()
                : null;
    }

    private Aggregate<EngagementAggregate> load(EngagementCommand command) {
        return engagements.load(command.engagement().value());
    }

    private Answer carryOut(EngagementCommand command, Asked asked) {
        return carryOut(load(command), command, asked, asked.circumstances());
    }

    private Answer carryOut(
            Aggregate<EngagementAggregate> engagement,
            EngagementCommand command,
            Asked asked,
            Circumstances circumstances) {
        Engagement before = engagement.invoke(EngagementAggregate::engagement);
        return switch (engagement.invoke(it -> it.decide(command, asked, circumstances))) {
            case Decision.Refused(var refusals) -> new Answer.Refused(refusals);
            case Decision.Accepted(List<EngagementEvent> events) -> {
                Engagement after = before;
                for (EngagementEvent event : events) {
                    after = after.evolve(event);
                }
                Together together = new Together();
                claims.change(before.claim(), after.claim(), command.engagement(), asked, together);
                if (command instanceof OfferSlot) {
                    waitingLists.offer(
                            after.waiting().orElseThrow().list(),
                            after.offer().orElseThrow(),
                            command.engagement(),
                            asked,
                            together);
                } else {
                    waitingLists.change(before.waiting(), after.waiting(), events, asked, together);
                }
                surgeries.change(before, after, command.engagement(), asked, together);
                if (!together.refusals().isEmpty()) {
                    yield new Answer.Refused(
                            together.refusals().stream()
                                    .map(refusal -> placed(refusal, command))
                                    .toList());
                }
                if (!asked.conditions().dryRun()) {
                    together.write();
                }
                yield engagement.invoke(it -> it.answer(events, together.events(), asked));
            }
        };
    }

    /** A claim's refusal points to what in this command asked for the claim. */
    private static Refusal placed(Refusal refusal, EngagementCommand command) {
        if (refusal.rule() != Rule.ALREADY_ENGAGED) {
            return refusal;
        }
        return refusal.at(
                switch (command) {
                    case Submit submit -> "/urn";
                    case TransferRepresentation transfer -> "/firm";
                    default -> "";
                });
    }
}
