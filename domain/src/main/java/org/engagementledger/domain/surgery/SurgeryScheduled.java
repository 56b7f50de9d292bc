package org.engagementledger.domain.surgery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A court has a session, from start to end, in slots of so many minutes.
 *
 * @param court the court's OU code
 * @param start when it begins
 * @param end when it ends
 * @param slotMinutes how long a slot is, in minutes
 * @param hosts who attends it for the authorities, as far as known
 * @param joinLink where it is joined, if known
 * @param programme the version of the court's programme that made it, and whose people and link it
 *     follows; null if it was scheduled on its own
 */
public record SurgeryScheduled(
        SurgeryId surgery,
        String court,
        Instant start,
        Instant end,
        int slotMinutes,
        List<Host> hosts,
        @Nullable String joinLink,
        @Nullable Long programme)
        implements SurgeryEvent {

    public SurgeryScheduled {
        hosts = List.copyOf(hosts);
    }
}
