package org.engagementledger.api.demo.pilot;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.engagementledger.domain.casework.LondonTime;

/**
 * The minutes in which people are at their desks: from 9:00 to 17:30 London time, Monday to Friday,
 * counted from Monday 2 November 2020. Working days are counted from there too, from 0.
 */
final class OfficeHours {

    /** Minutes of a working day. */
    static final int DAY = 510;

    static final LocalDate FIRST_DAY = LocalDate.of(2020, 11, 2);
    private static final LocalTime OPEN = LocalTime.of(9, 0);
    private static final int WORKING_WEEK = 5;
    private static final int WEEK = 7;

    private OfficeHours() {}

    /** The date of a working day. */
    static LocalDate date(int workingDay) {
        return FIRST_DAY.plusDays(
                (long) workingDay / WORKING_WEEK * WEEK + workingDay % WORKING_WEEK);
    }

    /** The working day on this date; on a weekend the Monday after. */
    static int workingDay(LocalDate date) {
        LocalDate day =
                date.getDayOfWeek().getValue() > WORKING_WEEK
                        ? date.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        : date;
        int days = (int) ChronoUnit.DAYS.between(FIRST_DAY, day);
        return days / WEEK * WORKING_WEEK + days % WEEK;
    }

    /** The instant at which so many office minutes have passed. */
    static Instant at(long minute) {
        return date((int) (minute / DAY))
                .atTime(OPEN)
                .plusMinutes(minute % DAY)
                .atZone(LondonTime.ZONE)
                .toInstant();
    }

    /** How many office minutes have passed by then. */
    static long passed(Instant time) {
        LocalDate date = LondonTime.dateOf(time);
        long today = OPEN.until(time.atZone(LondonTime.ZONE).toLocalTime(), ChronoUnit.MINUTES);
        boolean weekend = date.getDayOfWeek().getValue() > WORKING_WEEK;
        return (long) workingDay(date) * DAY + (weekend ? 0 : Math.clamp(today, 0, DAY));
    }
}
