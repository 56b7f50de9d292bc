package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/** How an issue was settled. */
public record Settlement(IssueId issue, IssueStatus how, @Nullable Note note) {}
