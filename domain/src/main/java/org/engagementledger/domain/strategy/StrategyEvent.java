package org.engagementledger.domain.strategy;

/** What happened to an action of the plan, in the order of its life. */
public sealed interface StrategyEvent
        permits Adopted,
                EvidenceRuleDeclared,
                EvidenceRuleEnded,
                Started,
                ProgressReported,
                EvidenceLinked,
                Rebaselined,
                Completed,
                Reopened {

    StrategyActionId action();
}
