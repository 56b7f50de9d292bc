package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;

/**
 * A session is held at another time, and just as long. Its name stays, whatever time it speaks of;
 * each slot is as far from the new start as it was from the old one, and whoever had it, has it,
 * and what was blocked, is.
 *
 * @param start when it begins now
 * @param end when it ends now
 * @param along who has a slot in it, in order of time
 */
public record SessionMoved(SurgeryId surgery, Instant start, Instant end, List<EngagementId> along)
        implements SurgeryEvent {

    public SessionMoved {
        along = List.copyOf(along);
    }
}
