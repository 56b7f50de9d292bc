package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/** The court listed the hearing for another day. */
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
