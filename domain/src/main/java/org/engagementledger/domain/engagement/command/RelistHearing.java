package org.engagementledger.domain.engagement.command;

import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/** The court has listed the hearing for another day. */
public record RelistHearing(
        EngagementId engagement, @Nullable LocalDate newDate, @Nullable Note note)
        implements EngagementCommand {}
