package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/** The meeting didn't take place, because somebody didn't come. */
public record MeetingMissed(
        EngagementId engagement, Slot slot, List<Party> missedBy, @Nullable Note note)
        implements EngagementEvent {
    public MeetingMissed {
        missedBy = List.copyOf(missedBy);
    }

    @Override
    public Instant occurredAt() {
        return slot.start();
    }
}
