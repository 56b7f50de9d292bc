package org.engagementledger.query.schedule;

import org.engagementledger.query.projection.Projection;

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

    /**
     * Whether it can be booked: nobody has it but {@code :not_counting}, it isn't blocked, and not
     * kept for anybody but {@code :asking} until they answer an offer. Who that is the court's
     * waiting list says; an offer that has ended, but isn't off the list, still counts.
     */
    static final String IS_FREE =
            """
            NOT EXISTS (
                SELECT FROM query.booking
                WHERE booking.side = session.side AND booking.surgery = session.surgery
                  AND booking.slot_start = slot.slot_start AND status <> 'RELEASED'
                  AND NOT (engagement_id = :not_counting AND status = 'BOOKED'))
            AND NOT EXISTS (
                SELECT FROM jsonb_array_elements(session.state::jsonb -> 'blocked') AS blocked
                WHERE (blocked ->> 'start')::timestamptz = to_timestamp(slot.slot_start / 1000.0))
            AND NOT EXISTS (
                SELECT FROM query.waiting_list, jsonb_array_elements(waiting_list.state::jsonb -> 'places') AS place
                WHERE list = 'waiting-' || session.court AND place #>> '{waiting,offered,surgery}' = session.surgery
                  AND (place #>> '{waiting,offered,start}')::timestamptz = to_timestamp(slot.slot_start / 1000.0)
                  AND place #>> '{waiting,engagement}' <> :asking AND waiting_list.
            """
                            .stripTrailing()
                    + Projection.live("waitinglists")
                    + ") ";

    /** How many slots of a session are on offer: its grid without what is blocked. */
    static final String OFFERED =
            """
            ((session_end - session_start) / (slot_minutes * 60000::bigint)
                - coalesce(jsonb_array_length(session.state::jsonb -> 'blocked'), 0))
            """;

    private Grid() {}
}
