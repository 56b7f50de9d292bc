package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.jspecify.annotations.Nullable;

/** The defence takes an offer back. */
public record WithdrawPleaOffer(
        EngagementId engagement, PleaId plea, @Nullable Note reason, @Nullable Instant occurredAt)
        implements EngagementCommand {}
