package org.engagementledger.domain.engagement.event;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.Finding;

/** Triage found on the last issues that were without a finding. */
public record Triaged(EngagementId engagement, List<Finding> findings) implements EngagementEvent {
    public Triaged {
        findings = List.copyOf(findings);
    }
}
