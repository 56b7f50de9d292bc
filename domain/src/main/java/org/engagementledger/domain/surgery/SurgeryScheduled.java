package org.engagementledger.domain.surgery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A court has a session, from start to end, in slots of so many minutes.
 *
 * @param court the court's OU code
 * @param start when it begins
 * @param end when it ends
 * @param slotMinutes how long a slot is, in minutes
 * @param lead the login of the District Crown Prosecutor who leads it, if known
 */
public record SurgeryScheduled(
        SurgeryId surgery,
        String court,
        Instant start,
        Instant end,
        int slotMinutes,
        @Nullable String lead)
        implements SurgeryEvent {}
