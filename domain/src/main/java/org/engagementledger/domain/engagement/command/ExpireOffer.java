package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;

/** Ends the offer of this slot if its time is over; else nothing happens. */
public record ExpireOffer(EngagementId engagement, SurgeryId surgery, Instant start)
        implements WaitingCommand {}
