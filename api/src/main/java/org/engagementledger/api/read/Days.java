package org.engagementledger.api.read;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.domain.casework.LondonTime;
import org.jspecify.annotations.Nullable;

/** Days in London between which something is asked for. */
public final class Days {

    private static final int LATEST_YEAR = 9999;

    private Days() {}

    /**
     * The day, if it was said; refuses one that isn't between the years 1 and 9999.
     *
     * @param name of the parameter that says it
     */
    public static @Nullable LocalDate kept(String name, @Nullable LocalDate day, Inquiry inquiry) {
        if (day == null || (day.getYear() >= 1 && day.getYear() <= LATEST_YEAR)) {
            return day;
        }
        refuse(name, "A day is between the years 1 and %d.".formatted(LATEST_YEAR), inquiry);
        return null;
    }

    /**
     * Refuses days that aren't between the years 1 and 9999, and a last day before the first.
     *
     * @param from the parameter of that name
     * @param to the parameter of that name
     */
    public static void check(@Nullable LocalDate from, @Nullable LocalDate to, Inquiry inquiry) {
        check("from", from, "to", to, inquiry);
    }

    /** The same of parameters with these names. */
    public static void check(
            String firstName,
            @Nullable LocalDate from,
            String lastName,
            @Nullable LocalDate to,
            Inquiry inquiry) {
        LocalDate first = kept(firstName, from, inquiry);
        LocalDate last = kept(lastName, to, inquiry);
        if (first != null && last != null && last.isBefore(first)) {
            refuse(lastName, "The last day isn't before the first.", inquiry);
        }
    }

    /** Refuses a day, or days, for being too many or too far away. */
    public static void refuse(String name, String detail, Inquiry inquiry) {
        inquiry.refuse(name, "PERIOD_OUT_OF_RANGE", detail);
    }

    /**
     * The first instant of the first day; null if it isn't said, or refused.
     *
     * @param from a day that was checked
     */
    public static @Nullable Instant from(@Nullable LocalDate from, Inquiry inquiry) {
        return from == null || inquiry.refuses("from") ? null : LondonTime.startOf(from);
    }

    /**
     * The first instant after the last day; null if it isn't said, or refused.
     *
     * @param to a day that was checked
     */
    public static @Nullable Instant until(@Nullable LocalDate to, Inquiry inquiry) {
        return to == null || inquiry.refuses("to") ? null : LondonTime.startOf(to.plusDays(1));
    }
}
