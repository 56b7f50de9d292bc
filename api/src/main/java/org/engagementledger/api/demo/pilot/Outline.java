package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A case before its story is told.
 *
 * @param number in its cast, from 1
 * @param court which of the cast's courts
 * @param firm null for a litigant in person
 * @param slots in the order in which they are booked
 * @param hearing the day for which the hearing is listed at first
 */
record Outline(
        Cast cast,
        int number,
        int court,
        Story story,
        @Nullable Firm firm,
        List<Slot> slots,
        Instant submittedAt,
        LocalDate hearing) {
    Outline {
        slots = List.copyOf(slots);
    }

    EngagementId engagement() {
        return cast.engagement(number);
    }
}
