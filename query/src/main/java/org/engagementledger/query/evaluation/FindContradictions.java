package org.engagementledger.query.evaluation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.Terms;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded codes don't go with what else is recorded? In order of the days on which trials
 * ended; for the prosecution, coordinators and auditors, anybody else is shown none.
 *
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindContradictions(
        Actor reader, EvaluationFilter filter, @Nullable Cursor after, int limit)
        implements Question<FindContradictions.Found> {

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<Contradiction> contradictions, @Nullable Cursor next) {
        public Found {
            contradictions = List.copyOf(contradictions);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        Set<String> engagements =
                answer.contradictions().stream()
                        .map(Contradiction::engagement)
                        .collect(Collectors.toSet());
        return new Access(
                reader,
                What.EVALUATION_CONTRADICTIONS,
                null,
                filter.terms(Terms.NONE),
                engagements,
                answer.contradictions().size());
    }
}
