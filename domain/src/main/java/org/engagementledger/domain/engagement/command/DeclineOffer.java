package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.jspecify.annotations.Nullable;

/** Turns down the slot that is on offer; the engagement keeps its place, and waits for another. */
public record DeclineOffer(EngagementId engagement, @Nullable Note note)
        implements WaitingCommand {}
