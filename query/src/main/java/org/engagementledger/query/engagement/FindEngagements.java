package org.engagementledger.query.engagement;

import java.util.List;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which engagements are there? The defence is shown its own firm's only.
 *
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindEngagements(
        Actor reader,
        EngagementFilter filter,
        EngagementOrder order,
        @Nullable Cursor after,
        int limit)
        implements Question<FindEngagements.Found> {

    /**
     * A page of the list.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<EngagementSummary> engagements, @Nullable Cursor next) {
        public Found {
            engagements = List.copyOf(engagements);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(
                reader,
                What.ENGAGEMENTS,
                null,
                answer.engagements().stream()
                        .map(EngagementSummary::id)
                        .collect(Collectors.toUnmodifiableSet()),
                answer.engagements().size());
    }
}
