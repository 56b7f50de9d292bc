package org.engagementledger.domain.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The calendar of the courts: London local time, summer time included. */
public final class LondonTime {

    /** The zone of every date and time of day in the domain. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("HH:mm 'on' EEE d MMM yyyy", Locale.UK);

    private LondonTime() {}

    /** The instant as people at the courts say it: {@code 15:20 on Thu 5 Nov 2020}. */
    public static String words(Instant instant) {
        return instant.atZone(ZONE).format(WORDS);
    }

    /** The date in London at this instant. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The first instant of the date in London. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }
}
