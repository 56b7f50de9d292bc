package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;

/**
 * A slot is kept for the engagement until it is booked or declined, or the offer ends.
 *
 * @param until when the offer ends
 */
public record SlotOffered(EngagementId engagement, Slot slot, Instant until)
        implements EngagementEvent {}
