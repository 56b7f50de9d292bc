package org.engagementledger.domain.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * When a court holds its sessions, in London local time: at the same time of day in summer and in
 * winter, and not on bank holidays.
 *
 * @param court the court's OU code
 * @param weekday on which day of the week
 * @param from when a session begins
 * @param to when it ends, on the same day
 * @param slotMinutes how long a slot is, in minutes
 * @param first the first day on which there can be a session
 * @param last the last such day; null while no end is in sight
 * @param weeks for how many weeks ahead sessions are scheduled
 * @param except days on which there is none
 */
public record Pattern(
        String court,
        DayOfWeek weekday,
        LocalTime from,
        LocalTime to,
        int slotMinutes,
        LocalDate first,
        @Nullable LocalDate last,
        int weeks,
        List<LocalDate> except) {

    public Pattern {
        except = except.stream().distinct().sorted().toList();
    }

    /** For how many weeks ahead sessions can be scheduled. */
    public static final int MOST_WEEKS = 26;

    /**
     * A session as the pattern has it.
     *
     * @param end so long after the start as the pattern says
     */
    public record Session(Instant start, Instant end, Duration slot) {}

    /**
     * The sessions that begin on or after this day, and before so many weeks from it have passed.
     */
    public List<Session> sessions(LocalDate since, WorkingDays workingDays) {
        return days(since).filter(day -> isHeldOn(day, workingDays)).map(this::on).toList();
    }

    /**
     * When it may have had sessions begin by now that aren't over, whatever was excepted then:
     * those of the past too, for they may have been moved to a day to come.
     */
    public Stream<Instant> possibleStarts(LocalDate today) {
        return Stream.of(today.minusWeeks(weeks), today)
                .flatMap(this::days)
                .map(day -> on(day).start());
    }

    /**
     * Whether there is such a session.
     *
     * @param length from start to end
     * @param slot how long a slot is
     */
    public boolean has(Instant start, Duration length, Duration slot, WorkingDays workingDays) {
        LocalDate day = LondonTime.dateOf(start);
        Session session = on(day);
        return day.getDayOfWeek() == weekday
                && !day.isBefore(first)
                && (last == null || !day.isAfter(last))
                && isHeldOn(day, workingDays)
                && session.equals(new Session(start, start.plus(length), slot));
    }

    private boolean isHeldOn(LocalDate day, WorkingDays workingDays) {
        return !except.contains(day) && !workingDays.isBankHoliday(day);
    }

    private Stream<LocalDate> days(LocalDate since) {
        LocalDate begin = since.isBefore(first) ? first : since;
        LocalDate end = since.plusWeeks(weeks);
        return Stream.iterate(
                begin.with(TemporalAdjusters.nextOrSame(weekday)),
                day -> day.isBefore(end) && (last == null || !day.isAfter(last)),
                day -> day.plusWeeks(1));
    }

    private Session on(LocalDate day) {
        Instant start = day.atTime(from).atZone(LondonTime.ZONE).toInstant();
        return new Session(
                start, start.plus(Duration.between(from, to)), Duration.ofMinutes(slotMinutes));
    }

    /** The same, but for its last day. */
    public Pattern until(LocalDate newLast) {
        return new Pattern(court, weekday, from, to, slotMinutes, first, newLast, weeks, except);
    }
}
