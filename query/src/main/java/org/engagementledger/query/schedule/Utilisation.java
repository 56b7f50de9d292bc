package org.engagementledger.query.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the slots of a session were used, or those of all sessions of a court; counts, and no cases.
 *
 * @param court the court's OU code
 * @param surgery the surgery's id; null for a court as a whole
 * @param start when the session begins; null for a court as a whole
 * @param sessions how many sessions there are
 * @param offered the slots on offer
 * @param booked the slots that engagements have, or had until the meeting was held or missed
 * @param held those of them in which a meeting was held
 * @param missed those of them to which somebody didn't come
 * @param released how often a slot was given back without another instead; such a slot may be
 *     booked again. Moving to another slot is none, nor is a session's being moved with its
 *     bookings
 * @param medianNoticeHours of the slots that are booked the median of the time from the booking to
 *     the slot's start, in hours, to a tenth; null if none is
 */
public record Utilisation(
        String court,
        @Nullable String surgery,
        @Nullable Instant start,
        long sessions,
        long offered,
        long booked,
        long held,
        long missed,
        long released,
        @Nullable Double medianNoticeHours) {}
