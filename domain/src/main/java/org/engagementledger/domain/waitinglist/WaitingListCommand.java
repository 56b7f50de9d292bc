package org.engagementledger.domain.waitinglist;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a court's waiting list itself; all else follows from engagements. */
public sealed interface WaitingListCommand {

    WaitingListId list();

    /**
     * Warns of cases, waiting or not, that will soon have no surgery left; of each last one once.
     */
    record WarnOfLastSurgery(WaitingListId list, List<Near> cases) implements WaitingListCommand {

        public WarnOfLastSurgery {
            cases = List.copyOf(cases);
        }

        /**
         * One of them.
         *
         * @param surgery the last of its court in which it could have a slot; null if there is none
         * @param start when that begins; null if there is none
         * @param deadline before which a slot must begin to be of use for the hearing
         */
        public record Near(
                EngagementId engagement,
                @Nullable SurgeryId surgery,
                @Nullable Instant start,
                Instant deadline) {}
    }
}
