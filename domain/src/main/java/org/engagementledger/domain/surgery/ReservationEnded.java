package org.engagementledger.domain.surgery;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;

/**
 * A slot is no longer kept for an engagement.
 *
 * @param start when the slot begins
 */
public record ReservationEnded(SurgeryId surgery, Instant start, EngagementId engagement)
        implements SurgeryEvent {}
