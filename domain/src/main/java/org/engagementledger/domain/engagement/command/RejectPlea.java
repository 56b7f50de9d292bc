package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.jspecify.annotations.Nullable;

/** The prosecution rejects an offer, with a reason. */
public record RejectPlea(
        EngagementId engagement, PleaId plea, @Nullable Note reason, @Nullable Instant occurredAt)
        implements EngagementCommand {}
