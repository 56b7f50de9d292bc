package org.engagementledger.query.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What was settled before a trial's day, or what became of trials: counts of what was recorded,
 * side by side. That one is the cause of the other nobody says. Pre-trial cases only; what was
 * settled counts on the day in London on which it was, a trial on its own day, and one that was
 * vacated when it was.
 *
 * @param key which court, week or stage; {@code TOTAL} for all together
 * @param figure what is counted
 * @param code of trials why, as the trial result's code; missing for what was settled
 * @param count how many
 * @param medianDaysOfNotice of what was settled the median of the calendar days from then to the
 *     trial's day as it was listed then, to a tenth
 * @param rule by which rule it is counted, as a sentence
 * @param stepsOf in whole steps of how many they are counted, as at least so many; missing if the
 *     count is exact
 */
public record Spared(
        String key,
        Figure figure,
        @Nullable String code,
        long count,
        @Nullable Double medianDaysOfNotice,
        String rule,
        @Nullable Integer stepsOf) {}
