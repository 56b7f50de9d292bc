package org.engagementledger.query.schedule;

import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/** What is this surgery's session, and who has its slots? */
public record SeeSession(Actor reader, String surgery) implements Question<SeeSession.Seen> {

    /**
     * The session.
     *
     * @param session null if there is no such surgery, or the reader doesn't attend its court
     * @param engagements the ids of those of whose bookings it tells, also where it doesn't name
     *     them
     */
    public record Seen(@Nullable Session session, Set<String> engagements) {
        public Seen {
            engagements = Set.copyOf(engagements);
        }
    }

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    @Override
    public Access access(Seen answer) {
        return new Access(
                reader,
                What.SESSION,
                surgery,
                answer.engagements(),
                answer.session() == null ? 0 : 1);
    }
}
