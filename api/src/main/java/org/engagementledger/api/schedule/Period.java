package org.engagementledger.api.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.read.Days;
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
    private static final Pattern WEEK = Pattern.compile("[0-9]{4}-W[0-9]{2}");

    /** Stands for one that is refused. */
    private static final Period NONE = new Period(LocalDate.EPOCH, LocalDate.EPOCH);

    /**
     * The period that is asked for: a day, a week of Monday to Sunday (ISO 8601, such as {@code
     * 2020-W45}), or the days from one to another. Refuses all but exactly one of them, of 31 days
     * at most.
     */
    static Period of(
            @Nullable LocalDate day,
            @Nullable String week,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Inquiry inquiry) {
        Days.kept("day", day, inquiry);
        LocalDate monday = week == null ? null : monday(week, inquiry);
        Days.check(from, to, inquiry);
        if (inquiry.refuses("day", "week", "from", "to")) {
            return NONE;
        }
        long said = Stream.of(day, monday, from).filter(Objects::nonNull).count();
        if (said != 1 || (from == null) != (to == null)) {
            inquiry.refuse(
                    "",
                    "PERIOD_REQUIRED",
                    "Say for which days in London: day=2020-11-05, or week=2020-W45, or"
                            + " from=2020-11-02&to=2020-11-08.");
            return NONE;
        }
        if (monday != null) {
            return new Period(monday, monday.plusDays(6));
        }
        if (day != null) {
            return new Period(day, day);
        }
        Period period = new Period(Objects.requireNonNull(from), Objects.requireNonNull(to));
        if (ChronoUnit.DAYS.between(period.first, period.last) >= LONGEST_IN_DAYS) {
            Days.refuse("to", "A period has 1 to %d days.".formatted(LONGEST_IN_DAYS), inquiry);
        }
        return period;
    }

    /** A week's first day; null if it is refused. */
    private static @Nullable LocalDate monday(String week, Inquiry inquiry) {
        if (inquiry.refuses("week")) {
            return null;
        }
        try {
            if (WEEK.matcher(week).matches()) {
                return Days.kept(
                        "week",
                        LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE),
                        inquiry);
            }
        } catch (DateTimeException noSuchWeek) {
            // As any other text that is none.
        }
        inquiry.refuse(
                "week",
                "WEEK_MALFORMED",
                "A week is a year and a week of it as ISO 8601 counts them, such as 2020-W45.");
        return null;
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
