package org.engagementledger.domain.waitinglist;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * A case still waits, and the last surgery that could be of use to it begins soon, or none is left.
 *
 * @param surgery the last session of its court that begins before its deadline; null if none is
 *     left
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
