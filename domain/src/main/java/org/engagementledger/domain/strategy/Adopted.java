package org.engagementledger.domain.strategy;

import org.jspecify.annotations.Nullable;

/**
 * The action is one of the plan from now on.
 *
 * @param plan the plan's name
 * @param aim the number of the aim that it serves
 * @param aimTitle the aim in a few words
 * @param title the action in a few words
 * @param due the quarter by whose end it is to be done; null if the plan doesn't say
 */
public record Adopted(
        StrategyActionId action,
        String plan,
        int aim,
        String aimTitle,
        String title,
        @Nullable Quarter due)
        implements StrategyEvent {}
