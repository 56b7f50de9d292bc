package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;

/**
 * Triage took longer than it may, and something still waits for it.
 *
 * @param waitingSince since when
 * @param due when triage should have found on everything
 */
public record TriageEscalated(EngagementId engagement, Instant waitingSince, Instant due)
        implements EngagementEvent {}
