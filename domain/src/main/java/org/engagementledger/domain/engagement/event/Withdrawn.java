package org.engagementledger.domain.engagement.event;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.jspecify.annotations.Nullable;

/** The defence withdrew its request; the engagement is closed. */
public record Withdrawn(EngagementId engagement, WithdrawalReason why, @Nullable Note note)
        implements EngagementEvent {
    @Override
    public String reason() {
        return why.name();
    }
}
