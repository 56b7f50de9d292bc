package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.OfferWithdrawalReason;
import org.engagementledger.domain.surgery.Slot;

/** The slot that was on offer can't be had any more; the engagement goes on waiting. */
public record SlotOfferWithdrawn(EngagementId engagement, Slot slot, OfferWithdrawalReason why)
        implements EngagementEvent {
    @Override
    public String reason() {
        return why.name();
    }
}
