package org.engagementledger.domain.strategy;

import java.time.LocalDate;

/**
 * How confident somebody was of an action's delivery: a judgement, which ages.
 *
 * @param judgedOn on which day in London it was judged
 */
public record Confidence(ConfidenceGrade grade, LocalDate judgedOn) {

    /** For how many calendar months a judgement is fresh: a quarter. */
    public static final int FRESH_MONTHS = 3;

    /** Whether it is stale on this day: a quarter has passed since, so it should be judged anew. */
    public boolean isStale(LocalDate day) {
        return !day.isBefore(judgedOn.plusMonths(FRESH_MONTHS));
    }
}
