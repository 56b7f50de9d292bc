package org.engagementledger.query.calendar;

import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * Which calendars were opened? The latest first: everybody's for coordinators and auditors, else
 * those that the reader opened.
 *
 * @param calendar the id of the only one that is wanted; null for all
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindCalendars(
        Actor reader, @Nullable String calendar, @Nullable Cursor after, int limit)
        implements Question<FindCalendars.Found> {

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     */
    public record Found(List<OpenedCalendar> calendars, @Nullable Cursor next) {
        public Found {
            calendars = List.copyOf(calendars);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(reader, What.CALENDARS, calendar, Set.of(), answer.calendars().size());
    }
}
