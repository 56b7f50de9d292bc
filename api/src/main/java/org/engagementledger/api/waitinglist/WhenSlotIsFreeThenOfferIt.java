package org.engagementledger.api.waitinglist;

import java.util.Set;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.command.waitinglist.Offers;
import org.engagementledger.domain.surgery.ReservationEnded;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.SlotFreed;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.feed.FeedEntry;
import org.springframework.stereotype.Component;

/** A slot can be had again, or for the first time: it is offered to whose turn it is. */
@Component
class WhenSlotIsFreeThenOfferIt implements Policy {

    private final Offers offers;

    WhenSlotIsFreeThenOfferIt(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String name() {
        return "when-slot-is-free-then-offer-it";
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(
                SurgeryScheduled.class,
                SessionMoved.class,
                SlotsUnblocked.class,
                SlotFreed.class,
                ReservationEnded.class);
    }

    @Override
    public void on(FeedEntry entry) {
        offers.offerFreeSlots(
                new SurgeryId(entry.aggregateId()), OwnAccord.of(name(), entry.event()));
    }
}
