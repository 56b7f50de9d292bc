package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/** The engagement gave its slot back. */
public record SlotReleased(
        EngagementId engagement, Slot slot, ReleaseReason why, @Nullable Note note)
        implements EngagementEvent {
    @Override
    public String reason() {
        return why.name();
    }
}
