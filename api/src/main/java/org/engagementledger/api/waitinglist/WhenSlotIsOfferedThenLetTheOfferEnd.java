package org.engagementledger.api.waitinglist;

import java.util.Set;
import org.engagementledger.command.policy.DueTasks;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.engagement.event.SlotOffered;
import org.engagementledger.ledger.feed.FeedEntry;
import org.springframework.stereotype.Component;

/** An offer ends at its time; if it is answered before, that comes to nothing. */
@Component
class WhenSlotIsOfferedThenLetTheOfferEnd implements Policy {

    private final DueTasks tasks;

    WhenSlotIsOfferedThenLetTheOfferEnd(DueTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "when-slot-is-offered-then-let-the-offer-end";
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(SlotOffered.class);
    }

    @Override
    public void on(FeedEntry entry) {
        if (entry.event().payload() instanceof SlotOffered offered) {
            tasks.at(
                    offered.until(),
                    ExpireOffers.NAME,
                    ExpireOffers.key(offered.engagement(), offered.slot()));
        }
    }
}
