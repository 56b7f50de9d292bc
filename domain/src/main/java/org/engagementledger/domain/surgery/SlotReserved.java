package org.engagementledger.domain.surgery;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;

/**
 * A slot is kept for an engagement to which it is offered.
 *
 * @param start when the slot begins
 * @param until until when it is kept
 */
public record SlotReserved(SurgeryId surgery, Instant start, EngagementId engagement, Instant until)
        implements SurgeryEvent {}
