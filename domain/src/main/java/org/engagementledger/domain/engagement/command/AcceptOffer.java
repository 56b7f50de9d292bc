package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;

/** Books the slot that is on offer. */
public record AcceptOffer(EngagementId engagement) implements WaitingCommand {}
