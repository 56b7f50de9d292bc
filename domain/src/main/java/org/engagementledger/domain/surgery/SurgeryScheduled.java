package org.engagementledger.domain.surgery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A court has a session, from start to end, in slots of so many minutes. */
public record SurgeryScheduled(
        SurgeryId surgery,
        String court,
        Instant start,
        Instant end,
        int slotMinutes,
        @Nullable String lead)
        implements SurgeryEvent {}
