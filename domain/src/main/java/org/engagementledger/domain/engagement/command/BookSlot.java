package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;

/** Asks for a slot of a surgery; if the engagement has one already, it moves. */
public record BookSlot(EngagementId engagement, SurgeryId surgery, Instant start)
        implements EngagementCommand {}
