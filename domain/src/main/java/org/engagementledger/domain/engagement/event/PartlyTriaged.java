package org.engagementledger.domain.engagement.event;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.IssueId;

/** Triage found on some issues; others are still without a finding. */
public record PartlyTriaged(
        EngagementId engagement, List<Finding> findings, List<IssueId> outstanding)
        implements EngagementEvent {
    public PartlyTriaged {
        findings = List.copyOf(findings);
        outstanding = List.copyOf(outstanding);
    }
}
