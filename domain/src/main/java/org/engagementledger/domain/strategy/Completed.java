package org.engagementledger.domain.strategy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The action is done.
 *
 * @param on the day on which it was done, in London: by it the action is in time or late. It may
 *     lie before the plan was adopted here, for work on a plan begins without a ledger, but not
 *     before the action was last reopened, for then it wasn't done; when it was recorded stands
 *     beside it
 * @param note what there is to say about it
 */
public record Completed(StrategyActionId action, LocalDate on, @Nullable String note)
        implements StrategyEvent {}
