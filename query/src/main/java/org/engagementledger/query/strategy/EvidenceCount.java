package org.engagementledger.query.strategy;

import org.jspecify.annotations.Nullable;

/**
 * How much evidence of an action there is.
 *
 * @param engagements how many engagements count by its rules, each once; for whoever may not see
 *     cases as of the last week that had ended by the day asked of, and at least so many. Null if
 *     they aren't told, since there are fewer than a whole step, or none
 * @param linkedEngagements how many engagements were named by hand, each once, whether or not they
 *     count by a rule; for whoever may not see cases at least so many: as many as they named
 *     themselves, or as others did in whole steps if those are more
 * @param documents how many documents were linked, each once
 * @param suppressed whether it isn't told how many count by its rules
 * @param stepsOf in whole steps of how many the reader is told of engagements that they may not
 *     see; null if exactly
 */
public record EvidenceCount(
        @Nullable Long engagements,
        long linkedEngagements,
        long documents,
        boolean suppressed,
        @Nullable Integer stepsOf) {}
