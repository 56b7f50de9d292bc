package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which slots of the sessions that start in this time can still be booked? In order of time; a
 * court's contact is shown those of the courts that they attend.
 *
 * @param now only what begins after this can be booked
 * @param from the first instant
 * @param until the first instant after it
 * @param court the court's OU code; null for all
 * @param engagement for which engagement: only slots of its court that it may have before its
 *     hearing, and the one that it has now as if it were free. Null for any
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindFreeSlots(
        Actor reader,
        Instant now,
        Instant from,
        Instant until,
        @Nullable String court,
        @Nullable String engagement,
        @Nullable Cursor after,
        int limit)
        implements Question<FindFreeSlots.Found> {

    /**
     * A page of them.
     *
     * @param known false if an engagement was named that there isn't, or that the reader may not
     *     see
     * @param next where it ended, if there are more
     */
    public record Found(boolean known, List<FreeSlot> slots, @Nullable Cursor next) {
        public Found {
            slots = List.copyOf(slots);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    /** What can be had tells when the hearing is, so something of the engagement was shown. */
    @Override
    public Access access(Found answer) {
        return new Access(
                reader,
                What.AVAILABILITY,
                engagement,
                engagement != null && answer.known() ? Set.of(engagement) : Set.of(),
                answer.slots().size());
    }
}
