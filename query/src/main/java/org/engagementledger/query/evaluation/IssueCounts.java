package org.engagementledger.query.evaluation;

import java.util.List;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.jspecify.annotations.Nullable;

/**
 * How many issues of a category were raised and settled, at a court, in a week, at a stage or all
 * together. Each counts on the day in London on which that happened.
 *
 * @param key which court, week or stage; {@code TOTAL} for all together
 * @param category the issues' category
 * @param raised how many were raised; missing if it is suppressed
 * @param resolved how many were answered at triage, or agreed at a meeting or outside; missing if
 *     it is suppressed
 * @param outOfScope how many triage found to be out of scope, which are settled, but not resolved;
 *     missing if it is suppressed
 * @param suppressed the columns whose cells are kept from the reader, since there are too few
 * @param stepsOf in whole steps of how many the counts are told, as at least so many; missing if
 *     they are exact
 */
public record IssueCounts(
        String key,
        IssueCategory category,
        @Nullable Long raised,
        @Nullable Long resolved,
        @Nullable Long outOfScope,
        List<String> suppressed,
        @Nullable Integer stepsOf) {

    public IssueCounts {
        suppressed = List.copyOf(suppressed);
    }
}
