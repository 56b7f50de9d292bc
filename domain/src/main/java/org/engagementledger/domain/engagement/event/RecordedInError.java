package org.engagementledger.domain.engagement.event;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * An earlier event was recorded in error: it stays in the history, and counts no more.
 *
 * @param sequence the sequence number of the earlier event
 * @param strandedSlot the slot that no longer lies in time before the hearing, now that an earlier
 *     date stands again
 */
public record RecordedInError(
        EngagementId engagement, long sequence, Note why, @Nullable Slot strandedSlot)
        implements EngagementEvent {

    @Override
    public List<Notice> notices() {
        return strandedSlot == null ? List.of() : List.of(Notice.SLOT_STRANDED);
    }
}
