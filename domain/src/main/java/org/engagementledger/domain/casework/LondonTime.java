package org.engagementledger.domain.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The calendar of the courts: London local time, summer time included. */
public final class LondonTime {

    /** The zone of every date and time of day in the domain. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private LondonTime() {}

    /** The instant as people at the courts say it: {@code 15:20 on Thu 5 Nov 2020}. */
    public static String words(Instant instant) {
        return time(instant) + " on " + instant.atZone(ZONE).format(DAY);
    }

    /**
     * The time of day, {@code 15:20}; in the hour that October has twice, with which of them is
     * meant: {@code 01:20 BST}, and an hour later {@code 01:20 GMT}.
     */
    public static String time(Instant instant) {
        ZonedDateTime time = instant.atZone(ZONE);
        String name = isRepeated(time) ? isAgain(instant) ? " GMT" : " BST" : "";
        return time.format(TIME) + name;
    }

    private static boolean isRepeated(ZonedDateTime time) {
        return ZONE.getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    }

    /** Whether clocks have shown this time before on the same day, for they were put back since. */
    public static boolean isAgain(Instant instant) {
        ZonedDateTime time = instant.atZone(ZONE);
        return isRepeated(time)
                && time.getOffset().equals(time.withLaterOffsetAtOverlap().getOffset());
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
