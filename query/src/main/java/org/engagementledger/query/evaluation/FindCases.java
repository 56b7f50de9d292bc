package org.engagementledger.query.evaluation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.Terms;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * What does this figure count? In order of the days; for the prosecution, coordinators and
 * auditors, anybody else is shown none.
 *
 * @param category of issues only those of this category; null for all
 * @param result of outcomes only those with this result; null for all
 * @param code of trials only those with this code; null for all
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindCases(
        Actor reader,
        Figure figure,
        @Nullable IssueCategory category,
        @Nullable ListingResult result,
        @Nullable String code,
        EvaluationFilter filter,
        @Nullable Cursor after,
        int limit)
        implements Question<FindCases.Found> {

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<CountedCase> cases, @Nullable Cursor next) {
        public Found {
            cases = List.copyOf(cases);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        Set<String> engagements =
                answer.cases().stream().map(CountedCase::engagement).collect(Collectors.toSet());
        return new Access(
                reader,
                What.EVALUATION_CASES,
                null,
                filter.terms(
                        Terms.NONE
                                .and("figure", figure)
                                .and("category", category)
                                .and("result", result)
                                .andCode("code", code)),
                engagements,
                answer.cases().size());
    }
}
