package org.engagementledger.domain.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An aim as somebody wrote it into a plan, with its actions.
 *
 * @param aim its number
 * @param title the aim in a few words
 * @param actions the actions that serve it
 */
public record PlannedAim(
        @Nullable Integer aim, @Nullable String title, List<PlannedAction> actions) {

    public PlannedAim {
        actions = List.copyOf(actions);
    }
}
