package org.engagementledger.api.waitinglist;

import java.time.Clock;
import java.util.Set;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.command.waitinglist.Offers;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.OfferWithdrawn;
import org.engagementledger.domain.waitinglist.PlaceChanged;
import org.engagementledger.domain.waitinglist.PlaceTaken;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.waitinglist.Lookout;
import org.springframework.stereotype.Component;

/**
 * A case waits, or can use what it couldn't use before: whatever is free at its court is offered to
 * whose turn it is. A session that isn't in the schedule yet offers itself.
 */
@Component
class WhenSomebodyWaitsThenOfferWhatIsFree implements Policy {

    private final Offers offers;
    private final Lookout lookout;
    private final Clock clock;

    WhenSomebodyWaitsThenOfferWhatIsFree(Offers offers, Lookout lookout, Clock clock) {
        this.offers = offers;
        this.lookout = lookout;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "when-somebody-waits-then-offer-what-is-free";
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(PlaceTaken.class, PlaceChanged.class, OfferWithdrawn.class);
    }

    @Override
    public void on(FeedEntry entry) {
        WaitingCase waiting =
                switch (entry.event().payload()) {
                    case PlaceTaken e -> e.waiting();
                    case PlaceChanged e -> e.waiting();
                    case OfferWithdrawn e -> e.waiting();
                    default -> throw new IllegalArgumentException(entry.event().name());
                };
        if (waiting.offered() != null) {
            return;
        }
        for (SurgeryId session : lookout.sessions(waiting.court(), clock.instant())) {
            offers.offerFreeSlots(session, OwnAccord.of(name(), entry.event()));
        }
    }
}
