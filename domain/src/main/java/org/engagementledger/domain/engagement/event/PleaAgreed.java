package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.VictimsViews;
import org.jspecify.annotations.Nullable;

/**
 * The parties agreed on a plea. It is not a plea entered: that counts from its indication to the
 * court.
 *
 * @param authority the login of whoever agreed to it
 * @param agreedAt when
 */
public record PleaAgreed(
        EngagementId engagement,
        PleaId plea,
        String authority,
        VictimsViews victimsViews,
        @Nullable Note note,
        Instant agreedAt)
        implements EngagementEvent {
    @Override
    public Instant occurredAt() {
        return agreedAt;
    }
}
