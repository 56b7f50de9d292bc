package org.engagementledger.domain.strategy;

import java.time.LocalDate;
import org.engagementledger.domain.strategy.Timing.Due;
import org.engagementledger.domain.strategy.Timing.Undated;
import org.jspecify.annotations.Nullable;

/**
 * Whether an action is in time: computed from the dates alone, whatever anybody is confident of.
 */
public enum Timeliness {
    /** The quarter in which it is due hasn't begun. */
    NOT_DUE,
    /** It is due by the end of the quarter that the day lies in. */
    DUE_THIS_QUARTER,
    /** The quarter is over, and it isn't completed. */
    OVERDUE,
    /** Completed by the end of the quarter. */
    DONE_IN_TIME,
    /** Completed after the quarter. */
    DONE_LATE,
    /** It has no date, completed or not. */
    UNDATED;

    /**
     * How an action stands on a day.
     *
     * @param timing when it is due, as of the day
     * @param completedOn when it was completed, as known on the day; null if it isn't
     * @param day a day in London: the quarter's last is still in time
     */
    public static Timeliness of(Timing timing, @Nullable LocalDate completedOn, LocalDate day) {
        return switch (timing) {
            case Undated() -> UNDATED;
            case Due(Quarter quarter) ->
                    completedOn == null
                            ? open(quarter, day)
                            : completedOn.isAfter(quarter.last()) ? DONE_LATE : DONE_IN_TIME;
        };
    }

    private static Timeliness open(Quarter quarter, LocalDate day) {
        if (day.isAfter(quarter.last())) {
            return OVERDUE;
        }
        return day.isBefore(quarter.first()) ? NOT_DUE : DUE_THIS_QUARTER;
    }
}
