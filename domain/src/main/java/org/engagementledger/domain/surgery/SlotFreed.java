package org.engagementledger.domain.surgery;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;

/**
 * A slot that an engagement had can be booked again.
 *
 * @param start when the slot begins
 */
public record SlotFreed(SurgeryId surgery, Instant start, EngagementId engagement)
        implements SurgeryEvent {}
