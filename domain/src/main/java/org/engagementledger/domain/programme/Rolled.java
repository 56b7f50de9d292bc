package org.engagementledger.domain.programme;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.WorkingDays;
import org.engagementledger.domain.surgery.Surgery;

/**
 * A session that a programme made.
 *
 * @param due when it was to begin, as the pattern had it then; it may have been moved since
 */
public record Rolled(Instant due, Surgery.Scheduled session) {

    /** The Monday of the week for which it was made. */
    public LocalDate week() {
        return week(due);
    }

    /** The Monday of the week in which something begins. */
    public static LocalDate week(Instant start) {
        return LondonTime.dateOf(start).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /**
     * Whether it is still to come, and isn't what the pattern would have: neither where it was to
     * be, nor where it was moved to. A session that is blocked altogether is nobody's concern.
     */
    public boolean remainsBeside(Pattern pattern, Instant now, WorkingDays workingDays) {
        Duration length = Duration.between(session.start(), session.end());
        return session.start().isAfter(now)
                && !session.isBlocked()
                && !pattern.has(due, length, session.slot(), workingDays)
                && !pattern.has(session.start(), length, session.slot(), workingDays);
    }
}
