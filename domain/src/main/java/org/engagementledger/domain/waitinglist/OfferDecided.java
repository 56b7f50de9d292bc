package org.engagementledger.domain.waitinglist;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;

/**
 * A free slot was offered to the case whose turn it was, with all that it was decided on.
 *
 * @param engagement whose turn it was
 * @param offeredAt when it was decided
 * @param until when the offer ends
 * @param rule which version of {@link OrderOfOffers} decided
 * @param candidates everybody who waited, with the facts as they were then
 */
public record OfferDecided(
        WaitingListId list,
        Slot slot,
        EngagementId engagement,
        Instant offeredAt,
        Instant until,
        int rule,
        List<Candidate> candidates)
        implements WaitingListEvent {
    public OfferDecided {
        candidates = List.copyOf(candidates);
    }
}
