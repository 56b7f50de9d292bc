package org.engagementledger.domain.strategy;

/** How confident somebody is that an action will be delivered, from the most to the least. */
public enum ConfidenceGrade {
    HIGHLY_LIKELY,
    PROBABLE,
    FEASIBLE_WITH_SIGNIFICANT_ISSUES,
    IN_DOUBT,
    UNACHIEVABLE
}
