package org.engagementledger.domain.courtday;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.surgery.SurgeryId;

/**
 * The court holds a session on the day, from now on at this time and with these leads.
 *
 * @param start when it begins
 * @param end when it ends
 * @param leads the logins of those who lead it, as far as they have one
 */
public record SessionPlaced(
        CourtDayId day, SurgeryId surgery, Instant start, Instant end, List<String> leads)
        implements CourtDayEvent {

    public SessionPlaced {
        leads = List.copyOf(leads);
    }
}
