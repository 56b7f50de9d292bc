package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;

/**
 * Let nobody wait whom no slot could help any more; whoever may still be helped goes on waiting.
 */
public record EndWaiting(EngagementId engagement) implements WaitingCommand {}
