package org.engagementledger.query.access;

import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Who was shown something of this engagement? The latest first; for the firm that has the case, and
 * for auditors.
 *
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindEngagementAccesses(
        Actor reader, String engagement, @Nullable Cursor after, int limit)
        implements Question<FindEngagementAccesses.Found> {

    /**
     * A page of them.
     *
     * @param known false if there is no such engagement, or it is another firm's
     * @param next where it ended, if there are more
     */
    public record Found(boolean known, List<EngagementAccess> accesses, @Nullable Cursor next) {
        public Found {
            accesses = List.copyOf(accesses);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    /** Whoever looks at who read an engagement is among those who did. */
    @Override
    public Access access(Found answer) {
        return new Access(
                reader,
                What.ACCESSES,
                engagement,
                answer.known() ? Set.of(engagement) : Set.of(),
                answer.accesses().size());
    }
}
