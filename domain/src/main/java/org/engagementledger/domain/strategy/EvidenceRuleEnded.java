package org.engagementledger.domain.strategy;

import java.time.LocalDate;

/**
 * Engagements that are submitted later don't count by this rule any more.
 *
 * @param rule its id within the action, such as R1
 * @param last the last day in London on which an engagement that is submitted counts
 */
public record EvidenceRuleEnded(StrategyActionId action, String rule, LocalDate last)
        implements StrategyEvent {}
