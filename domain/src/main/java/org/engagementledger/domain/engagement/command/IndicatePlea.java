package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.jspecify.annotations.Nullable;

/** The prosecution says, unasked, which plea would be acceptable. */
public record IndicatePlea(
        EngagementId engagement,
        DefendantId defendant,
        OffenceId offence,
        @Nullable Plea plea,
        @Nullable Note basis,
        @Nullable Instant occurredAt)
        implements EngagementCommand {}
