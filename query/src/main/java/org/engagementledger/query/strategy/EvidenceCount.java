package org.engagementledger.query.strategy;

import org.jspecify.annotations.Nullable;

/**
 * How much evidence of an action there is.
 *
 * @param engagements how many engagements count by its rules, each once; for whoever may not see
 *     cases as of the last week that had ended by the day asked of. Null if the reader isn't told,
 *     since they are few, or few more than count for another action by a part of its rules
 * @param linkedEngagements how many engagements were named by hand, each once, whether or not they
 *     count by a rule; null if those that others than the reader named are so few
 * @param documents how many documents were linked, each once
 * @param suppressed whether a number isn't told for that reason
 */
public record EvidenceCount(
        @Nullable Long engagements,
        @Nullable Long linkedEngagements,
        long documents,
        boolean suppressed) {}
