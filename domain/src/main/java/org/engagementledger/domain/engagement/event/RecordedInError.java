package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;

/** An earlier event was recorded in error: it stays in the history, and counts no more. */
public record RecordedInError(EngagementId engagement, long sequence, Note why)
        implements EngagementEvent {}
