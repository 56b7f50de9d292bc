package org.engagementledger.query.evaluation;

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
 * @param count how many
 * @param stepsOf in whole steps of how many they are counted, as at least so many; missing if the
 *     count is exact
 */
public record OutcomeCount(
        String key,
        ListingResult result,
        @Nullable String code,
        long count,
        @Nullable Integer stepsOf) {}
