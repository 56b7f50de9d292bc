package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.VictimsViews;
import org.jspecify.annotations.Nullable;

/** The prosecution agrees to an offer, on a lead's authority. */
public record AgreePlea(
        EngagementId engagement,
        PleaId plea,
        @Nullable VictimsViews victimsViews,
        @Nullable Note note,
        @Nullable Instant occurredAt)
        implements EngagementCommand {}
