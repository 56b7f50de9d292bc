package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/** Gives the slot back. */
public record CancelBooking(EngagementId engagement, @Nullable Note note)
        implements EngagementCommand {}
