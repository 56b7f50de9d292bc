package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.jspecify.annotations.Nullable;

/**
 * The prosecution said which plea would be acceptable.
 *
 * @param indicatedAt when
 */
public record PleaIndicated(
        EngagementId engagement,
        PleaId plea,
        DefendantId defendant,
        OffenceId offence,
        Plea acceptable,
        @Nullable Note basis,
        Instant indicatedAt)
        implements EngagementEvent {
    @Override
    public Instant occurredAt() {
        return indicatedAt;
    }

    @Override
    public String created() {
        return plea.value();
    }
}
