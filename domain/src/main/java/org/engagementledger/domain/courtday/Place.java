package org.engagementledger.domain.courtday;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;

/**
 * When a session is held, and by whom.
 *
 * @param leads the logins of those who lead it, as far as they have one
 */
public record Place(
        CourtDayId day, SurgeryId surgery, Instant start, Instant end, List<String> leads) {

    public Place {
        leads = List.copyOf(leads);
    }

    /** Where a session is; nowhere if it isn't scheduled, or is blocked altogether. */
    public static Optional<Place> of(Surgery surgery) {
        return surgery instanceof Surgery.Scheduled session && !session.isBlocked()
                ? Optional.of(
                        new Place(
                                CourtDayId.of(session.court(), LondonTime.dateOf(session.start())),
                                session.id(),
                                session.start(),
                                session.end(),
                                session.leads()))
                : Optional.empty();
    }

    /** Whether one begins before the other has ended, both ways. */
    private boolean overlaps(Place other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /**
     * Whether both can't be held: they are at one time, and the same leads both, or who leads one
     * of them isn't known.
     */
    boolean excludes(Place other) {
        return overlaps(other)
                && (leads.isEmpty() || other.leads.isEmpty() || sharesALeadWith(other));
    }

    /** Whether somebody who leads the one leads the other at the same time. */
    boolean isLedAtOnceWith(Place other) {
        return overlaps(other) && sharesALeadWith(other);
    }

    private boolean sharesALeadWith(Place other) {
        return !Collections.disjoint(leads, other.leads);
    }
}
