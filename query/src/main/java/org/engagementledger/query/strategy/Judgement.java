package org.engagementledger.query.strategy;

import java.time.LocalDate;
import org.engagementledger.domain.strategy.ConfidenceGrade;

/**
 * How confident somebody was that an action will be delivered.
 *
 * @param judgedOn on which day in London it was judged
 * @param reason why it was so judged
 * @param stale whether a quarter has passed since and the action isn't completed, so that it should
 *     be judged anew
 */
public record Judgement(ConfidenceGrade grade, LocalDate judgedOn, String reason, boolean stale) {}
