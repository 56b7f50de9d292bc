package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.util.List;

/**
 * Slots that were blocked can be booked again.
 *
 * @param starts when they begin
 */
public record SlotsUnblocked(SurgeryId surgery, List<Instant> starts) implements SurgeryEvent {

    public SlotsUnblocked {
        starts = List.copyOf(starts);
    }
}
