package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions start in this time, and who has their slots? In order of their start; a court's
 * contact is shown those of the courts that they attend. A filter that is null wants all.
 *
 * @param from the first instant
 * @param until the first instant after it
 * @param court the court's OU code
 * @param lead the login of the prosecutor who leads
 * @param firm a defence firm: only sessions in which it has a slot, and of them only these slots
 * @param after where the page before ended; null to begin
 * @param limit how many sessions at most
 */
public record FindSessions(
        Actor reader,
        Instant from,
        Instant until,
        @Nullable String court,
        @Nullable String lead,
        @Nullable String firm,
        @Nullable Cursor after,
        int limit)
        implements Question<FindSessions.Found> {

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     * @param engagements the ids of those of whose bookings it tells, also where it doesn't name
     *     them
     */
    public record Found(List<Session> sessions, @Nullable Cursor next, Set<String> engagements) {
        public Found {
            sessions = List.copyOf(sessions);
            engagements = Set.copyOf(engagements);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(
                reader, What.SCHEDULE, null, answer.engagements(), answer.sessions().size());
    }
}
