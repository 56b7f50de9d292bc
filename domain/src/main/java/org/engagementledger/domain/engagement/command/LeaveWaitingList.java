package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;

/** Waits for a slot no longer; what is on offer is given back. */
public record LeaveWaitingList(EngagementId engagement) implements WaitingCommand {}
