package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * The engagement waits for a slot.
 *
 * @param joinedAt since when it waits
 * @param suitableFrom the first day, in London, on which a slot would do; null for any
 * @param suitableUntil the last such day; null for any
 * @param priority whether it had a slot that was taken from it, so that it comes before the others
 */
public record WaitingListJoined(
        EngagementId engagement,
        Instant joinedAt,
        @Nullable LocalDate suitableFrom,
        @Nullable LocalDate suitableUntil,
        boolean priority)
        implements EngagementEvent {}
