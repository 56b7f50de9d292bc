package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;

/**
 * Says that triage has taken longer than it may. The ledger asks this itself when the time is up.
 *
 * @param since the sequence number of the event by which something came to wait for triage
 * @param waitingSince when that event was written
 */
public record EscalateTriage(EngagementId engagement, long since, Instant waitingSince)
        implements EngagementCommand {}
