package org.engagementledger.query.evaluation;

import java.util.List;
import org.engagementledger.domain.casework.ListingResult;
import org.jspecify.annotations.Nullable;

/**
 * How many hearings ended in a way, at a court, in a week, at a stage or all together. Each counts
 * on the hearing's day, and what came about before that, as a trial that was vacated, on the day in
 * London on which it did.
 *
 * @param key which court, week or stage; {@code TOTAL} for all together
 * @param result how they ended
 * @param code why, as the trial result's code; missing if the result has none
 * @param count how many; missing if it is suppressed
 * @param suppressed the columns whose cells are kept from the reader
 */
public record OutcomeCount(
        String key,
        ListingResult result,
        @Nullable String code,
        @Nullable Long count,
        List<String> suppressed) {

    public OutcomeCount {
        suppressed = List.copyOf(suppressed);
    }
}
