package org.engagementledger.domain.engagement.command;

import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * Asks to be offered a slot as soon as one is free.
 *
 * @param suitableFrom the first day, in London, on which a slot would do; null for any
 * @param suitableUntil the last such day; null for any
 */
public record JoinWaitingList(
        EngagementId engagement,
        @Nullable LocalDate suitableFrom,
        @Nullable LocalDate suitableUntil)
        implements WaitingCommand {}
