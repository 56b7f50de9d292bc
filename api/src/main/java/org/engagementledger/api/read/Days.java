package org.engagementledger.api.read;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.api.problem.Misasked;
import org.engagementledger.domain.casework.LondonTime;
import org.jspecify.annotations.Nullable;

/** Days in London between which something is asked for. */
public final class Days {

    private static final int LATEST_YEAR = 9999;

    private Days() {}

    /**
     * The first instant of the first day; null if it isn't said.
     *
     * @param from the parameter of that name
     * @throws Misasked unless it is between the years 1 and 9999
     */
    public static @Nullable Instant from(@Nullable LocalDate from) {
        return startOf("from", from, 0);
    }

    /**
     * The first instant after the last day; null if it isn't said.
     *
     * @param to the parameter of that name
     * @throws Misasked unless it is between the years 1 and 9999
     */
    public static @Nullable Instant until(@Nullable LocalDate to) {
        return startOf("to", to, 1);
    }

    private static @Nullable Instant startOf(String name, @Nullable LocalDate day, int later) {
        if (day == null) {
            return null;
        }
        if (day.getYear() < 1 || day.getYear() > LATEST_YEAR) {
            throw Misasked.parameter(
                    name,
                    "PERIOD_OUT_OF_RANGE",
                    "A day is between the years 1 and %d.".formatted(LATEST_YEAR));
        }
        return LondonTime.startOf(day.plusDays(later));
    }
}
