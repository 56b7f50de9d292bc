package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;

/** The engagement has a slot of a surgery. */
public record SlotBooked(EngagementId engagement, Slot slot) implements EngagementEvent {}
