package org.engagementledger.domain.calendar;

/** What happened to a calendar. */
public sealed interface CalendarEvent permits CalendarOpened, CalendarRevoked {

    CalendarId calendar();
}
