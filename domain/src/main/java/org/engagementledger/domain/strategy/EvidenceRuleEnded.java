package org.engagementledger.domain.strategy;

import java.time.LocalDate;

/**
 * What is recorded of engagements later doesn't count by this rule any more.
 *
 * @param rule its id within the action, such as R1
 * @param last the last day in London on which what fits the rule counts if it is recorded
 */
public record EvidenceRuleEnded(StrategyActionId action, String rule, LocalDate last)
        implements StrategyEvent {}
