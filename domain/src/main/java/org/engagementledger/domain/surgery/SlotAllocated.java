package org.engagementledger.domain.surgery;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;

/**
 * A slot was given to an engagement.
 *
 * @param start when the slot begins
 */
public record SlotAllocated(SurgeryId surgery, Instant start, EngagementId engagement)
        implements SurgeryEvent {}
