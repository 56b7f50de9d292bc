package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.jspecify.annotations.Nullable;

/**
 * The defence took an offer back.
 *
 * @param withdrawnAt when
 */
public record PleaOfferWithdrawn(
        EngagementId engagement, PleaId plea, @Nullable Note why, Instant withdrawnAt)
        implements EngagementEvent {
    @Override
    public Instant occurredAt() {
        return withdrawnAt;
    }
}
