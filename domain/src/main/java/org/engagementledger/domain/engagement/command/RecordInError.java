package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator marks an earlier event as recorded in error; it stays in the history, and counts no
 * more.
 */
public record RecordInError(EngagementId engagement, long sequence, @Nullable Note reason)
        implements EngagementCommand {}
