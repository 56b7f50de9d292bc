package org.engagementledger.domain.engagement.command;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.Finding;

/** A triage officer says what is found on some or all issues. */
public record Triage(EngagementId engagement, List<Finding> findings) implements EngagementCommand {
    public Triage {
        findings = List.copyOf(findings);
    }
}
