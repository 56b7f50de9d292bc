package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/** An issue as somebody raises it. */
public record NewIssue(
        @Nullable IssueCategory category, @Nullable Note matter, @Nullable Note sought) {}
