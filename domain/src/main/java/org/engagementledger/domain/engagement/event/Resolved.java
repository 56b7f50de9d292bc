package org.engagementledger.domain.engagement.event;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.detail.Settlement;

/**
 * Every issue is settled. The engagement stays open: pleas and the outcome may follow, and a new
 * issue takes it back to triage.
 */
public record Resolved(EngagementId engagement, List<Settlement> settlements)
        implements EngagementEvent {
    public Resolved {
        settlements = List.copyOf(settlements);
    }
}
