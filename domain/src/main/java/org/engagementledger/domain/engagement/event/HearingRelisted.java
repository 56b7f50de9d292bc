package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The court listed the hearing for another day.
 *
 * @param oldDate the day that it was listed for
 * @param newDate the day that it is listed for
 * @param relistedAt when that was recorded
 * @param strandedSlot the booked slot, if it no longer lies in time before the hearing
 */
public record HearingRelisted(
        EngagementId engagement,
        LocalDate oldDate,
        LocalDate newDate,
        Instant relistedAt,
        @Nullable Slot strandedSlot,
        @Nullable Note note)
        implements EngagementEvent {
    @Override
    public List<Notice> notices() {
        return strandedSlot == null ? List.of() : List.of(Notice.SLOT_STRANDED);
    }
}
