package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A court's surgery session and its slots, as somebody may see them.
 *
 * @param id the surgery's id
 * @param version the sequence number of the surgery's last event
 * @param court the court's OU code
 * @param start when it begins
 * @param end when it ends
 * @param london the start as people at the court say it
 * @param slotMinutes how long a slot is, in minutes
 * @param lead the login of the prosecutor who leads it; null if it isn't known
 * @param slots in order of time
 */
public record Session(
        String id,
        long version,
        String court,
        Instant start,
        Instant end,
        String london,
        int slotMinutes,
        @Nullable String lead,
        List<SessionSlot> slots) {

    public Session {
        slots = List.copyOf(slots);
    }

    /**
     * One slot.
     *
     * @param start when it begins
     * @param end when it ends; the next begins then
     * @param london the start as people at the court say it
     * @param booking who has it; null if nobody has, or the reader may not know
     */
    public record SessionSlot(
            Instant start,
            Instant end,
            String london,
            SlotState state,
            @Nullable SlotBooking booking) {}
}
