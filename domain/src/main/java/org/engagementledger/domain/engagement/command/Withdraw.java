package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.jspecify.annotations.Nullable;

/** The defence withdraws its request. */
public record Withdraw(
        EngagementId engagement, @Nullable WithdrawalReason reason, @Nullable Note note)
        implements EngagementCommand {}
