package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which free slots could the engagement have instead of one that it can't have? Of all coming
 * sessions of its court those nearest in time, in time for its hearing; the nearest first. An
 * engagement that the reader may not see gets none.
 *
 * @param now only what begins after this can be booked
 * @param wanted the start of what was asked for; null for what is on offer to it, or the next if
 *     that isn't known any more: then an engagement that doesn't wait isn't known either
 * @param besides the surgery whose slots aren't wanted, since it is known how they stand; null for
 *     none
 * @param limit how many at most
 */
public record FindNearestSlots(
        Actor reader,
        String engagement,
        Instant now,
        @Nullable Instant wanted,
        @Nullable String besides,
        int limit)
        implements Question<FindNearestSlots.Found> {

    /** Them. */
    public record Found(boolean known, List<FreeSlot> slots) {
        public Found {
            slots = List.copyOf(slots);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(
                reader,
                What.AVAILABILITY,
                engagement,
                answer.known() ? Set.of(engagement) : Set.of(),
                answer.slots().size());
    }
}
