package org.engagementledger.query.correspondence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * What was the coordinator told? The latest first; for whoever sees the cases of all firms.
 *
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindNotices(Actor reader, NoticeFilter filter, @Nullable Cursor after, int limit)
        implements Question<FindNotices.Found> {

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<WrittenNotice> notices, @Nullable Cursor next) {
        public Found {
            notices = List.copyOf(notices);
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
                What.NOTICES,
                filter.court(),
                answer.notices().stream()
                        .map(WrittenNotice::engagement)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                answer.notices().size());
    }
}
