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
 * The defence offered a plea to one offence of one defendant.
 *
 * @param offeredAt when
 */
public record PleaOffered(
        EngagementId engagement,
        PleaId plea,
        DefendantId defendant,
        OffenceId offence,
        Plea offered,
        @Nullable Note basis,
        Instant offeredAt)
        implements EngagementEvent {
    @Override
    public Instant occurredAt() {
        return offeredAt;
    }

    @Override
    public String created() {
        return plea.value();
    }
}
