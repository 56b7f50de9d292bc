package org.engagementledger.domain.correspondence;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * What a letter tells of a session: nothing of any case.
 *
 * @param start when it begins
 * @param end when it ends
 * @param joinLink where it is joined; null if that isn't known
 * @param lead the login of whoever leads it; null if that isn't known
 * @param closed the slots that nobody can have, in order of time
 */
public record SessionTold(
        SurgeryId surgery,
        Instant start,
        Instant end,
        @Nullable String joinLink,
        @Nullable String lead,
        List<Slot> closed) {
    public SessionTold {
        closed = List.copyOf(closed);
    }
}
