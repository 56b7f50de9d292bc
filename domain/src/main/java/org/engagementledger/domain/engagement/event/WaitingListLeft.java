package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.LeaveReason;

/** The engagement waits for a slot no longer, and none is on offer to it. */
public record WaitingListLeft(EngagementId engagement, LeaveReason why) implements EngagementEvent {
    @Override
    public String reason() {
        return why.name();
    }
}
