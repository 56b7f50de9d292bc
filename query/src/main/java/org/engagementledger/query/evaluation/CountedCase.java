package org.engagementledger.query.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counts.
 *
 * @param engagement the engagement's id
 * @param sequence the position in the engagement of the event by which it counts
 * @param event that event's id
 * @param kind what kind of thing it is
 * @param detail of what sort: a code, or the id of a surgery; missing if there are no sorts of it
 * @param part which part of the engagement, such as {@code I1}, {@code D1} or {@code P1}, or the
 *     hearing's day; missing if it is the engagement as a whole
 * @param day the day in London on which it counts
 */
public record CountedCase(
        String engagement,
        long sequence,
        String event,
        String kind,
        @Nullable String detail,
        @Nullable String part,
        LocalDate day) {}
