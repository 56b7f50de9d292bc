package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.PleaId;

/**
 * The prosecution rejected an offer.
 *
 * @param rejectedAt when
 */
public record PleaRejected(EngagementId engagement, PleaId plea, Note why, Instant rejectedAt)
        implements EngagementEvent {
    @Override
    public Instant occurredAt() {
        return rejectedAt;
    }
}
