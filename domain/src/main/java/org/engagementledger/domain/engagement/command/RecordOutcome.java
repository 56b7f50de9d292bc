package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/** Records how the hearing that the engagement prepared has ended. */
public record RecordOutcome(
        EngagementId engagement,
        @Nullable ListingResult result,
        @Nullable String code,
        @Nullable LocalDate newDate,
        @Nullable Note note,
        @Nullable Instant occurredAt)
        implements EngagementCommand {}
