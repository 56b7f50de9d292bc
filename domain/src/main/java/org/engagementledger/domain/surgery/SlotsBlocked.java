package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.Personal;

/**
 * Slots that nobody can have for the time being. Whoever had one, has given it back before this.
 *
 * @param starts when the slots begin that were open until now
 * @param reason why, in words
 */
public record SlotsBlocked(SurgeryId surgery, List<Instant> starts, Personal<String> reason)
        implements SurgeryEvent {

    public SlotsBlocked {
        starts = List.copyOf(starts);
    }
}
