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
 * Who read what? The latest first; for auditors.
 *
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindAccesses(Actor reader, AccessFilter filter, @Nullable Cursor after, int limit)
        implements Question<FindAccesses.Found> {

    /**
     * A page of the log.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<RecordedAccess> accesses, @Nullable Cursor next) {
        public Found {
            accesses = List.copyOf(accesses);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    /** Whoever looks at who read one engagement is among those who did. */
    @Override
    public Access access(Found answer) {
        String engagement = filter.engagement();
        return new Access(
                reader,
                What.ACCESSES,
                engagement == null ? filter.askedFor() : engagement,
                engagement == null || answer.accesses().isEmpty() ? Set.of() : Set.of(engagement),
                answer.accesses().size());
    }
}
