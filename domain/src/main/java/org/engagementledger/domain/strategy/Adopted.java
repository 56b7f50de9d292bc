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
 * @param rules how many rules the plan has by which engagements count as evidence of it: they are
 *     the first that are declared. Null if that wasn't kept
 */
public record Adopted(
        StrategyActionId action,
        String plan,
        int aim,
        String aimTitle,
        String title,
        @Nullable Quarter due,
        @Nullable Integer rules)
        implements StrategyEvent {}
