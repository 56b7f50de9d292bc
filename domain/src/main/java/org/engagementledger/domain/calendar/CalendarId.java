package org.engagementledger.domain.calendar;

/** Tells a calendar from all others; it is no secret, and not its address. */
public record CalendarId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
