package org.engagementledger.command.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.engagementledger.domain.casework.LondonTime;

/** At which times something recurs. */
public sealed interface Recurrence {

    /** The next time after this one. */
    Instant after(Instant time);

    /** Every day at this time in London. */
    static Recurrence dailyAt(LocalTime time) {
        return new Daily(time);
    }

    /** So long after it was done. */
    static Recurrence every(Duration pause) {
        return new Every(pause);
    }

    /**
     * Every day.
     *
     * @param at when, in London
     */
    record Daily(LocalTime at) implements Recurrence {
        @Override
        public Instant after(Instant time) {
            LocalDate day = LondonTime.dateOf(time);
            Instant today = on(day);
            return today.isAfter(time) ? today : on(day.plusDays(1));
        }

        private Instant on(LocalDate day) {
            return day.atTime(at).atZone(LondonTime.ZONE).toInstant();
        }
    }

    /**
     * Again and again.
     *
     * @param pause how long after it was done; more than nothing
     */
    record Every(Duration pause) implements Recurrence {
        public Every {
            if (!pause.isPositive()) {
                throw new IllegalArgumentException("What recurs needs a pause");
            }
        }

        @Override
        public Instant after(Instant time) {
            return time.plus(pause);
        }
    }
}
