package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.LeaveReason;

/** The engagement waits for a slot no longer; what was on offer to it was withdrawn before this. */
public record WaitingListLeft(EngagementId engagement, LeaveReason why) implements EngagementEvent {
    @Override
    public String reason() {
        return why.name();
    }
}
