package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;

/** Offers a free slot to the engagement, if it is its turn by the order of offers. */
public record OfferSlot(EngagementId engagement, SurgeryId surgery, Instant start)
        implements WaitingCommand {}
