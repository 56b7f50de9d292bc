package org.engagementledger.domain.casework;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Predicate;

/** The days on which work is done: Monday to Friday, but for bank holidays. Days are London's. */
public final class WorkingDays {

    /** Without any bank holidays. */
    public static final WorkingDays MONDAY_TO_FRIDAY = new WorkingDays(day -> false);

    private final Predicate<LocalDate> bankHolidays;

    /**
     * @param bankHolidays which days are bank holidays; the same day always is or never
     */
    public WorkingDays(Predicate<LocalDate> bankHolidays) {
        this.bankHolidays = bankHolidays;
    }

    /** Whether work is done on this day. */
    public boolean include(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays.test(day);
    }

    /** The last working day before this day. */
    public LocalDate before(LocalDate day) {
        LocalDate earlier = day.minusDays(1);
        while (!include(earlier)) {
            earlier = earlier.minusDays(1);
        }
        return earlier;
    }

    /**
     * The working day that comes so many after this day.
     *
     * @param number how many; the day itself if it is 0, whether or not work is done on it
     */
    public LocalDate after(LocalDate day, int number) {
        LocalDate later = day;
        for (int counted = 0; counted < number; counted++) {
            later = later.plusDays(1);
            while (!include(later)) {
                later = later.plusDays(1);
            }
        }
        return later;
    }

    /**
     * The end of a time limit: so many working days later, at the same time of day in London. What
     * comes in on a day without work counts as if it came when the next working day begins.
     *
     * @param number how many working days there are
     */
    public Instant after(Instant time, int number) {
        LocalDate day = LondonTime.dateOf(time);
        if (!include(day)) {
            return LondonTime.startOf(after(after(day, 1), number));
        }
        return time.atZone(LondonTime.ZONE).with(after(day, number)).toInstant();
    }

    /**
     * When so much of working days has passed, all of whose hours count: a day from 17:00 on a
     * Friday is 17:00 on the Monday. What begins on a day without work begins with the next working
     * day.
     */
    public Instant after(Instant time, Duration working) {
        LocalDate day = LondonTime.dateOf(time);
        Instant from = time;
        Duration left = working;
        if (!include(day)) {
            day = after(day, 1);
            from = LondonTime.startOf(day);
        }
        Duration today = untilMidnight(from, day);
        while (left.compareTo(today) > 0) {
            left = left.minus(today);
            day = after(day, 1);
            from = LondonTime.startOf(day);
            today = untilMidnight(from, day);
        }
        return from.plus(left);
    }

    private static Duration untilMidnight(Instant from, LocalDate day) {
        return Duration.between(from, LondonTime.startOf(day.plusDays(1)));
    }
}
