package org.engagementledger.query.schedule;

import org.engagementledger.query.projection.Projection;

/**
 * The slots of the sessions, in SQL: the one place that knows which of them are on offer, which of
 * those are free, and which were given back.
 */
public final class Grid {

    /** The condition that a row of {@code query.session} is on the side that is read. */
    public static final String LIVE = Projection.live(ScheduleProjection.NAME);

    /**
     * From {@code session}, a row of {@code query.session}: a row for each of its slots, with
     * {@code slot_start} and {@code slot_end}.
     */
    public static final String SLOTS =
            """
            CROSS JOIN LATERAL (
                SELECT slot_start, slot_start + slot_minutes * 60000::bigint AS slot_end
                FROM generate_series(session_start, session_end - slot_minutes * 60000::bigint,
                                     slot_minutes * 60000::bigint) AS slot_start) AS slot
            """;

    /** Whether it can be had: it isn't blocked, and nobody has it but {@code :not_counting}. */
    public static final String IS_OPEN =
            """
            NOT (slot.slot_start = ANY (session.blocked))
            AND NOT EXISTS (
                SELECT FROM query.booking
                WHERE booking.side = session.side AND booking.surgery = session.surgery
                  AND booking.slot_start = slot.slot_start AND status <> 'RELEASED'
                  AND NOT (engagement_id = :not_counting AND status = 'BOOKED'))
            """;

    /** For whom it is kept at {@code :now} until they answer an offer, if it is for anybody. */
    public static final String KEPT_FOR =
            """
            (SELECT engagement_id FROM query.reservation
             WHERE reservation.side = session.side AND reservation.surgery = session.surgery
               AND reservation.slot_start = slot.slot_start AND kept_until > :now)
            """;

    /** Whether it can be booked: it can be had, and isn't kept for anybody but {@code :asking}. */
    public static final String IS_FREE =
            IS_OPEN + " AND coalesce(" + KEPT_FOR + " = :asking, true) ";

    /**
     * How many slots of a {@code session}, a row of {@code query.session}, are on offer: its grid
     * without what is blocked.
     */
    public static final String OFFERED =
            """
            ((session_end - session_start) / (slot_minutes * 60000::bigint) - cardinality(session.blocked))
            """;

    /**
     * Whether {@code booking}, a row of {@code query.booking}, was given back. Whoever moved, or
     * was moved with the session, has another slot by the very next event of theirs, and gave none
     * back.
     */
    public static final String GIVEN_BACK =
            """
            status = 'RELEASED' AND (reason NOT IN ('MOVED', 'SESSION_MOVED') OR NOT EXISTS (
                SELECT FROM query.booking AS instead
                WHERE instead.side = booking.side AND instead.engagement_id = booking.engagement_id
                  AND instead.sequence = booking.ended_by + 1))
            """;

    private Grid() {}
}
