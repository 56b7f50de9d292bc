package org.engagementledger.domain.strategy;

import java.time.LocalDate;

/**
 * Engagements count as evidence of the action by this rule: each of which something that fits it
 * was recorded within the rule's days, once.
 *
 * @param rule its id within the action, such as R1
 * @param criterion what an engagement has about it to count
 * @param from the first day in London on which what fits the criterion counts if it is recorded,
 *     whenever the engagement was submitted; it may lie before the rule was declared
 */
public record EvidenceRuleDeclared(
        StrategyActionId action, String rule, EvidenceCriterion criterion, LocalDate from)
        implements StrategyEvent {}
