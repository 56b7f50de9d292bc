package org.engagementledger.domain.strategy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule as a plan has it, by which engagements count as evidence of an action.
 *
 * @param criterion what an engagement has about it to count
 * @param from the first day in London on which what fits it counts if it is recorded
 */
public record PlannedRule(@Nullable EvidenceCriterion criterion, @Nullable LocalDate from) {}
