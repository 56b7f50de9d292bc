package org.engagementledger.query.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * How were the sessions used that start in this time? For the prosecution, coordinators and
 * auditors; anybody else is shown none. Counts of a session are small, and of whatever days are
 * asked for: whoever is kept from small numbers reads in the evaluation how slots were used.
 *
 * @param from the first instant
 * @param until the first instant after it
 * @param court the court's OU code; null for all
 * @param per whether each session is wanted, in order of its start, or each court with all of its
 *     sessions, in order of its code
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindUtilisation(
        Actor reader,
        Instant from,
        Instant until,
        @Nullable String court,
        Per per,
        @Nullable Cursor after,
        int limit)
        implements Question<FindUtilisation.Found> {

    private static final Set<Role> READERS =
            Set.of(
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.COORDINATOR,
                    Role.AUDITOR);

    /** Of what there is one row each. */
    public enum Per {
        SESSION,
        COURT
    }

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<Utilisation> rows, @Nullable Cursor next) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /** Whether somebody in this role may. */
    static boolean isOpenTo(Role role) {
        return READERS.contains(role);
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(reader, What.UTILISATION, null, Set.of(), answer.rows().size());
    }
}
