package org.engagementledger.domain.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of the courts: London local time, summer time included. */
public final class LondonTime {

    /** The zone of every date and time of day in the domain. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LondonTime() {}

    /** The date in London at this instant. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant of the date in London. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
