package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;

/** Nobody answered the offer in time; the engagement goes on waiting. */
public record SlotOfferExpired(EngagementId engagement, Slot slot) implements EngagementEvent {}
