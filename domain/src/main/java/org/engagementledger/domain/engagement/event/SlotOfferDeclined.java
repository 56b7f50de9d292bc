package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/** The slot that was on offer isn't wanted; the engagement goes on waiting. */
public record SlotOfferDeclined(EngagementId engagement, Slot slot, @Nullable Note note)
        implements EngagementEvent {}
