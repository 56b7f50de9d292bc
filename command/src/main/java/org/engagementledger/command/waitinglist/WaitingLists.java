package org.engagementledger.command.waitinglist;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.engagementledger.command.Asked;
import org.engagementledger.command.Together;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.SlotOfferWithdrawn;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.engagementledger.domain.waitinglist.WaitingList;
import org.engagementledger.domain.waitinglist.WaitingListEvent;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.springframework.stereotype.Component;

/** Keeps the waiting lists in step, in the unit of work of an engagement's command. */
@Component
public class WaitingLists {

    private final Repository<WaitingListAggregate> lists;
    private final EventStore events;

    WaitingLists(Repository<WaitingListAggregate> lists, EventStore events) {
        this.lists = lists;
        this.events = events;
    }

    /** Loads a list that may be changed, since lists are loaded before surgeries. */
    public void hold(WaitingListId id) {
        load(id);
    }

    /**
     * Plans that the case waits so after, and not as before.
     *
     * @param events by which it came to this
     */
    public void change(
            Optional<WaitingCase> before,
            Optional<WaitingCase> after,
            List<EngagementEvent> events,
            Asked asked,
            Together together) {
        WaitingList.change(
                        before,
                        after,
                        events.stream().anyMatch(SlotOfferWithdrawn.class::isInstance))
                .ifPresent(
                        event ->
                                plan(
                                        load(event.list()),
                                        Decision.accepted(event),
                                        asked,
                                        together));
    }

    /** Plans that the slot is offered to the case, or nothing if it isn't its turn. */
    public void offer(
            WaitingListId id,
            CaseFile.Offer offer,
            EngagementId engagement,
            Asked asked,
            Together together) {
        Aggregate<WaitingListAggregate> aggregate = load(id);
        plan(
                aggregate,
                aggregate
                        .invoke(WaitingListAggregate::list)
                        .offer(
                                id,
                                offer.slot(),
                                engagement,
                                offer.until(),
                                asked.now(),
                                asked.terms()),
                asked,
                together);
    }

    private static void plan(
            Aggregate<WaitingListAggregate> aggregate,
            Decision<WaitingListEvent> decision,
            Asked asked,
            Together together) {
        together.plan(decision, event -> aggregate.execute(it -> it.write(event, asked.now())));
    }

    private Aggregate<WaitingListAggregate> load(WaitingListId id) {
        Callable<WaitingListAggregate> empty = WaitingListAggregate::new;
        try {
            return lists.loadOrCreate(id.value(), empty);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("The waiting list could not be loaded", failed);
        }
    }

    /** The list as it was last written, outside of any unit of work: a look, not a decision. */
    WaitingList look(WaitingListId id) {
        WaitingList list = WaitingList.empty();
        var stream = events.readEvents(id.value());
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            list =
                    switch (event.getPayload()) {
                        case WaitingListAggregate snapshot -> snapshot.list();
                        case WaitingListEvent next -> list.evolve(next);
                        default -> list;
                    };
        }
        return list;
    }
}
