package org.engagementledger.domain.engagement.command;

/** What can be asked of an engagement that waits for a slot, or wants to. */
public sealed interface WaitingCommand extends EngagementCommand
        permits JoinWaitingList,
                LeaveWaitingList,
                OfferSlot,
                AcceptOffer,
                DeclineOffer,
                ExpireOffer,
                EndWaiting {}
