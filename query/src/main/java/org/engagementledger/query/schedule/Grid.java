package org.engagementledger.query.schedule;

/**
 * The slots of the sessions, in SQL: the one place that knows which of them are on offer, and which
 * of those are free.
 */
final class Grid {

    /**
     * From {@code session}, a row of {@code query.session}: a row for each of its slots, with
     * {@code slot_start} and {@code slot_end}.
     */
    static final String SLOTS =
            """
            CROSS JOIN LATERAL (
                SELECT slot_start, slot_start + slot_minutes * 60000::bigint AS slot_end
                FROM generate_series(session_start, session_end - slot_minutes * 60000::bigint,
                                     slot_minutes * 60000::bigint) AS slot_start) AS slot
            """;

    /** Whether somebody has it; but for {@code :engagement}, whose own doesn't count. */
    static final String IS_FREE =
            """
            NOT EXISTS (
                SELECT FROM query.booking
                WHERE booking.side = session.side AND booking.surgery = session.surgery
                  AND booking.slot_start = slot.slot_start AND status <> 'RELEASED'
                  AND NOT (engagement_id = :not_counting AND status = 'BOOKED'))
            """;

    /** How many slots of a session are on offer. */
    static final String OFFERED =
            "((session_end - session_start) / (slot_minutes * 60000::bigint))";

    private Grid() {}
}
