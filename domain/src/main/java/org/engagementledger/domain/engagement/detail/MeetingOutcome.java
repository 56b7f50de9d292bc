package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/** What a meeting came to on one issue. */
public record MeetingOutcome(IssueId issue, MeetingResult result, @Nullable Note note) {}
