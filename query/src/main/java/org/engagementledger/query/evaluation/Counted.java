package org.engagementledger.query.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.jspecify.annotations.Nullable;

/**
 * One thing that counts.
 *
 * @param sequence the event by which it counts
 * @param ordinal which of the things that count by this event, from 0
 * @param at when it happened in the world
 * @param recordedAt when that was recorded
 * @param detail of what sort, as {@link Kind} says; null if the kind has none
 * @param part which part of the engagement; null if the kind has none
 * @param slotStart when the slot begins that was booked, released or used
 * @param other the event that contradicts
 * @param notice for a request the calendar days from its day to the hearing's
 * @param how for a resolved issue how it was settled
 */
record Counted(
        long sequence,
        int ordinal,
        Kind kind,
        Instant at,
        Instant recordedAt,
        @Nullable String detail,
        @Nullable String part,
        @Nullable Instant slotStart,
        @Nullable Long other,
        @Nullable Integer notice,
        @Nullable IssueStatus how) {

    /** The day in London on which it happened. */
    LocalDate day() {
        return LondonTime.dateOf(at);
    }

    /** The day in London on which that was recorded. */
    LocalDate recordedDay() {
        return LondonTime.dateOf(recordedAt);
    }
}
