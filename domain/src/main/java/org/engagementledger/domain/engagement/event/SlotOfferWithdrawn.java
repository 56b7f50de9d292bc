package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.OfferWithdrawalReason;
import org.engagementledger.domain.surgery.Slot;

/**
 * The slot is on offer no longer, without having been accepted, declined or left unanswered. The
 * engagement goes on waiting, unless it is said with this that it doesn't.
 */
public record SlotOfferWithdrawn(EngagementId engagement, Slot slot, OfferWithdrawalReason why)
        implements EngagementEvent {
    @Override
    public String reason() {
        return why.name();
    }
}
