package org.engagementledger.domain.waitinglist;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a court's waiting list itself; all else follows from engagements. */
public sealed interface WaitingListCommand {

    WaitingListId list();

    /**
     * Warns that a case that waits will soon have no surgery left; of each last surgery once.
     *
     * @param surgery the last session of its court that begins before its deadline; null if none is
     *     left
     * @param start when that begins; null if none is left
     */
    record WarnOfLastSurgery(
            WaitingListId list,
            EngagementId engagement,
            @Nullable SurgeryId surgery,
            @Nullable Instant start)
            implements WaitingListCommand {}
}
