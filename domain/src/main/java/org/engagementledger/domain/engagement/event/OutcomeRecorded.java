package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * How the hearing ended that the engagement prepared; a final outcome closes the engagement, a new
 * date keeps it open.
 *
 * @param hearingDate the hearing's day
 * @param code why, as the trial result's code; for a trial that cracked, was ineffective or was
 *     vacated
 * @param newDate when it goes on; null if the case ends here
 * @param strandedSlot the booked slot, if it no longer lies in time before the hearing
 * @param outcomeAt when it ended
 */
public record OutcomeRecorded(
        EngagementId engagement,
        LocalDate hearingDate,
        ListingResult result,
        @Nullable String code,
        @Nullable LocalDate newDate,
        @Nullable Slot strandedSlot,
        @Nullable Note note,
        Instant outcomeAt)
        implements EngagementEvent {

    /** Whether the case ends here. */
    public boolean isFinal() {
        return newDate == null;
    }

    @Override
    public List<Notice> notices() {
        return strandedSlot == null ? List.of() : List.of(Notice.SLOT_STRANDED);
    }

    @Override
    public Instant occurredAt() {
        return outcomeAt;
    }

    @Override
    public String reason() {
        return code == null ? result.name() : result.name() + ":" + code;
    }
}
