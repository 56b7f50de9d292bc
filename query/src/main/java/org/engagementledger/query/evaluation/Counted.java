package org.engagementledger.query.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * One thing that counts.
 *
 * @param sequence the event by which it counts
 * @param ordinal which of the things that count by this event, from 0
 * @param first whether nothing of its kind counts by an earlier event, or earlier by this one
 * @param at when it happened in the world
 * @param day the day in London on which it counts: mostly the one on which it happened
 * @param recordedAt when that was recorded
 * @param detail of what sort, as {@link Kind} says; null if the kind has none
 * @param part which part of the engagement; null if the kind has none
 * @param slotStart when the slot begins that was booked, released or used
 * @param other the event that contradicts
 * @param notice for a request, and for what was agreed or settled, the calendar days from its day
 *     to the hearing's as it was listed then
 * @param how for a resolved issue how it was settled, for a request before a trial whether its
 *     notice was short; null for other kinds
 */
record Counted(
        long sequence,
        int ordinal,
        Kind kind,
        boolean first,
        Instant at,
        LocalDate day,
        Instant recordedAt,
        @Nullable String detail,
        @Nullable String part,
        @Nullable Instant slotStart,
        @Nullable Long other,
        @Nullable Integer notice,
        @Nullable String how) {

    /** The same, when it happened otherwise than its event. */
    Counted at(Instant then) {
        return new Counted(
                sequence,
                ordinal,
                kind,
                first,
                then,
                LondonTime.dateOf(then),
                recordedAt,
                detail,
                part,
                slotStart,
                other,
                notice,
                how);
    }

    /** The same, when it counts on another day than on which it happened. */
    Counted on(LocalDate otherDay) {
        return new Counted(
                sequence,
                ordinal,
                kind,
                first,
                at,
                otherDay,
                recordedAt,
                detail,
                part,
                slotStart,
                other,
                notice,
                how);
    }

    /** The same, of a slot. */
    Counted of(Slot slot) {
        return new Counted(
                sequence,
                ordinal,
                kind,
                first,
                at,
                day,
                recordedAt,
                detail,
                part,
                slot.start(),
                other,
                notice,
                how);
    }

    /** The same, contradicted by an event. */
    Counted by(long event) {
        return new Counted(
                sequence,
                ordinal,
                kind,
                first,
                at,
                day,
                recordedAt,
                detail,
                part,
                slotStart,
                event,
                notice,
                how);
    }

    /** The same, so many days before the hearing. */
    Counted daysBefore(LocalDate hearing) {
        return new Counted(
                sequence,
                ordinal,
                kind,
                first,
                at,
                day,
                recordedAt,
                detail,
                part,
                slotStart,
                other,
                (int) ChronoUnit.DAYS.between(day, hearing),
                how);
    }

    /** The same, settled so, or asked with such a notice. */
    Counted how(@Nullable String so) {
        return new Counted(
                sequence,
                ordinal,
                kind,
                first,
                at,
                day,
                recordedAt,
                detail,
                part,
                slotStart,
                other,
                notice,
                so);
    }

    /** The day in London on which that was recorded. */
    LocalDate recordedDay() {
        return LondonTime.dateOf(recordedAt);
    }
}
