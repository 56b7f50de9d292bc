package org.engagementledger.domain.strategy;

import org.jspecify.annotations.Nullable;

/**
 * Somebody said how far the action is, and how confident they are of it.
 *
 * @param percent which share of it is done, from 0 to 100
 * @param confidence how likely it is to be delivered in their judgement
 * @param reason why they judge so
 * @param note what else there is to say
 */
public record ProgressReported(
        StrategyActionId action,
        int percent,
        ConfidenceGrade confidence,
        String reason,
        @Nullable String note)
        implements StrategyEvent {}
