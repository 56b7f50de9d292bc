package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/**
 * What triage finds on an issue.
 *
 * @param answer the answer, for whoever asked
 * @param reason why it was put forward or is out of scope
 * @param reasoning what the prosecution thinks of it, for itself
 */
public record Finding(
        IssueId issue,
        FindingKind kind,
        @Nullable Note answer,
        @Nullable Note reason,
        @Nullable Note reasoning) {}
