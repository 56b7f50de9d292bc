package org.engagementledger.api.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.engagementledger.api.problem.Misasked;
import org.engagementledger.domain.casework.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * Some days in London.
 *
 * @param first the first of them
 * @param last the last of them
 */
record Period(LocalDate first, LocalDate last) {

    private static final int LONGEST_IN_DAYS = 31;
    private static final int LATEST_YEAR = 9999;
    private static final Pattern WEEK = Pattern.compile("[0-9]{4}-W[0-9]{2}");

    /**
     * The period that is asked for: a day, a week of Monday to Sunday (ISO 8601, such as {@code
     * 2020-W45}), or the days from one to another.
     *
     * @throws Misasked unless it is exactly one of them, of 31 days at most
     */
    static Period of(
            @Nullable LocalDate day,
            @Nullable String week,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        long said = Stream.of(day, week, from).filter(Objects::nonNull).count();
        if (said != 1 || (from == null) != (to == null)) {
            throw Misasked.parameter(
                    "",
                    "PERIOD_REQUIRED",
                    "Say for which days in London: day=2020-11-05, or week=2020-W45, or"
                            + " from=2020-11-02&to=2020-11-08.");
        }
        if (week != null) {
            LocalDate monday = monday(week);
            return new Period(monday, monday.plusDays(6)).checked();
        }
        return day != null
                ? new Period(day, day).checked()
                : new Period(Objects.requireNonNull(from), Objects.requireNonNull(to)).checked();
    }

    private static LocalDate monday(String week) {
        try {
            if (WEEK.matcher(week).matches()) {
                return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            }
        } catch (DateTimeException noSuchWeek) {
            throw malformed(noSuchWeek);
        }
        throw malformed(null);
    }

    private static Misasked malformed(@Nullable DateTimeException cause) {
        Misasked unfit =
                Misasked.parameter(
                        "week",
                        "WEEK_MALFORMED",
                        "A week is a year and a week of it as ISO 8601 counts them, such as"
                                + " 2020-W45.");
        if (cause != null) {
            unfit.initCause(cause);
        }
        return unfit;
    }

    private Period checked() {
        if (first.getYear() < 1
                || last.getYear() > LATEST_YEAR
                || last.isBefore(first)
                || ChronoUnit.DAYS.between(first, last) >= LONGEST_IN_DAYS) {
            throw Misasked.parameter(
                    "",
                    "PERIOD_OUT_OF_RANGE",
                    "A period has 1 to %d days, between the years 1 and %d."
                            .formatted(LONGEST_IN_DAYS, LATEST_YEAR));
        }
        return this;
    }

    /** Its first instant. */
    Instant from() {
        return LondonTime.startOf(first);
    }

    /** The first instant after it. */
    Instant until() {
        return LondonTime.startOf(last.plusDays(1));
    }
}
