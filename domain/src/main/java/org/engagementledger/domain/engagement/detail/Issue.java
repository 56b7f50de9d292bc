package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/**
 * An issue between the parties.
 *
 * @param matter what it is about
 * @param sought what is sought from the other side, if said
 */
public record Issue(IssueId id, IssueCategory category, Note matter, @Nullable Note sought) {}
