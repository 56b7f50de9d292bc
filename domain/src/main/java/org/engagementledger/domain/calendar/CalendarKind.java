package org.engagementledger.domain.calendar;

/** Whose sessions or bookings a calendar shows. */
public enum CalendarKind {
    /** A court's sessions, by its OU code. */
    COURT,
    /** The sessions that somebody leads, by their login. */
    LEAD,
    /** A defence firm's bookings, by its id. */
    FIRM
}
