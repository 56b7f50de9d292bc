package org.engagementledger.query.strategy;

import org.jspecify.annotations.Nullable;

/**
 * How much evidence of an action there is.
 *
 * @param engagements how many engagements count by its rules, each once; null if they are so few
 *     that the reader isn't told
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
