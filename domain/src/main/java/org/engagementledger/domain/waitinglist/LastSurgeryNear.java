package org.engagementledger.domain.waitinglist;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * A case has no slot yet, and the last surgery in which it could have one begins soon, or there is
 * none.
 *
 * @param surgery the last session of its court with a slot that the case could have before its
 *     deadline, on a day that suits it; null if none is left
 * @param start when that begins; null if none is left
 * @param deadline before which a slot must begin to be of use for the hearing
 */
public record LastSurgeryNear(
        WaitingListId list,
        EngagementId engagement,
        @Nullable SurgeryId surgery,
        @Nullable Instant start,
        Instant deadline)
        implements WaitingListEvent {}
