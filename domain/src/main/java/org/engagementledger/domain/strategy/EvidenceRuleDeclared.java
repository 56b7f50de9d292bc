package org.engagementledger.domain.strategy;

import java.time.LocalDate;

/**
 * Engagements count as evidence of the action by this rule.
 *
 * @param rule its id within the action, such as R1
 * @param criterion what an engagement has about it to count
 * @param from the first day in London on which an engagement that is submitted counts; it may lie
 *     before the rule was declared
 */
public record EvidenceRuleDeclared(
        StrategyActionId action, String rule, EvidenceCriterion criterion, LocalDate from)
        implements StrategyEvent {}
