package org.engagementledger.query.waitinglist;

import java.time.Instant;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits at a court, as far as it is shown.
 *
 * @param until when the offer ends that is made to it; null if none is
 */
record Place(WaitingCase waiting, @Nullable Instant until) {

    /** Somebody has just begun to wait. */
    static Place taken(WaitingCase waiting) {
        return new Place(waiting, null);
    }

    /** The same on other facts. */
    Place changed(WaitingCase now) {
        return new Place(now, now.offered() == null ? null : until);
    }

    /** The same with an offer. */
    Place offered(Slot slot, Instant ends) {
        return new Place(waiting.with(slot), ends);
    }
}
