package org.engagementledger.domain.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action as somebody wrote it into a plan, mistakes included.
 *
 * @param number its number, such as 1.1: the aim's first
 * @param title the action in a few words
 * @param due the quarter by whose end it is to be done, such as 2022-Q4: July to September 2022 are
 *     2022-Q2, for quarters are those of the financial year; null if the plan doesn't say
 * @param evidence by which rules engagements count as evidence of it
 */
public record PlannedAction(
        @Nullable String number,
        @Nullable String title,
        @Nullable String due,
        List<PlannedRule> evidence) {

    public PlannedAction {
        evidence = List.copyOf(evidence);
    }
}
