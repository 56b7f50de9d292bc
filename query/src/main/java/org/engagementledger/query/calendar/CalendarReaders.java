package org.engagementledger.query.calendar;

import org.engagementledger.domain.calendar.Calendar;
import org.engagementledger.domain.casework.Role;

/** Who may see which calendars were opened. */
public final class CalendarReaders {

    private CalendarReaders() {}

    /** Whether somebody in this role may at all: whoever may open some sees their own. */
    public static boolean include(Role role) {
        return Calendar.roles().contains(role) || seeAll(role);
    }

    /** Whether they see everybody's. */
    public static boolean seeAll(Role role) {
        return role == Role.COORDINATOR || role == Role.AUDITOR;
    }
}
