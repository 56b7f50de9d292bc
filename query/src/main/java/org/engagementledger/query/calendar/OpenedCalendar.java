package org.engagementledger.query.calendar;

import java.time.Instant;
import org.engagementledger.domain.calendar.CalendarKind;
import org.engagementledger.domain.casework.Role;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that was opened; never its address.
 *
 * @param id its id
 * @param version the sequence number of its last event
 * @param kind whose sessions or bookings it shows
 * @param of which one: a court's OU code, a lead's login, a firm's id
 * @param owner the account of whoever opened it
 * @param role in which role
 * @param openedAt when
 * @param revokedAt when its address was revoked; null as long as it holds
 */
public record OpenedCalendar(
        String id,
        long version,
        CalendarKind kind,
        String of,
        String owner,
        Role role,
        Instant openedAt,
        @Nullable Instant revokedAt) {}
