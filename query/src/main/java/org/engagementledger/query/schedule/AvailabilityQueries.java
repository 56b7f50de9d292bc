package org.engagementledger.query.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds slots that can be booked; each time in one statement. */
@Component
class AvailabilityQueries {

    private static final String SESSIONS =
            "SELECT * FROM query.session WHERE "
                    + Projection.live(ScheduleProjection.NAME)
                    + " AND session_end > :now ";

    private static final String ANYBODY = "(SELECT NULL::bigint AS deadline)";

    /**
     * The engagement that a slot is for, and before when it must begin: the hearing's day in
     * London, less the preparation; and which slot is on offer to it. There is no row if the reader
     * may not see it.
     */
    private static final String ONE =
            """
            (SELECT court,
                    (extract(epoch FROM hearing_date::timestamp AT TIME ZONE 'Europe/London') * 1000)::bigint
                        - :preparation AS deadline,
                    offer_start
             FROM query.engagement
             WHERE engagement_id = :engagement AND (:sees_all OR firm = :own_firm) %s AND
            """
                    + Projection.live("engagements")
                    + ")";

    private static final String FREE =
            """
            SELECT surgery, session_court, slot_start, slot_end, present
            FROM %s AS asking
            LEFT JOIN LATERAL (
                SELECT surgery, court AS session_court, slot_start, slot_end,
                       EXISTS (
                           SELECT FROM query.booking
                           WHERE booking.side = session.side AND engagement_id = :not_counting
                             AND booking.surgery = session.surgery AND booking.slot_start = slot.slot_start
                             AND status = 'BOOKED') AS present
                FROM (%s) AS session
            """
                    + Grid.SLOTS
                    + "WHERE slot_start > :now AND "
                    + Grid.IS_FREE
                    + """
                              %s
                        ORDER BY %s LIMIT :limit) AS free ON true
                    ORDER BY %4$s
                    """;

    private final JdbcClient database;
    private final Terms terms;

    AvailabilityQueries(JdbcClient database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    @QueryHandler
    FindFreeSlots.Found find(FindFreeSlots question) {
        Actor reader = question.reader();
        String engagement = question.engagement();
        if (!ScheduleReaders.include(reader.role())
                || (engagement != null && !CaseReaders.include(reader.role()))) {
            return new FindFreeSlots.Found(engagement == null, List.of(), null);
        }
        Asked asked = new Asked(reader, engagement, question.now());
        asked.session("session_start >= :from", "from", question.from().toEpochMilli());
        asked.session("session_start < :until", "until", question.until().toEpochMilli());
        asked.session("court = :court", "court", question.court());
        asked.values.put("not_counting", engagement == null ? "" : engagement);
        Cursor after = question.after();
        if (after != null) {
            asked.slots.append("AND (slot_start, surgery) > (:key, :id)");
            asked.values.put("key", after.key());
            asked.values.put("id", after.id());
        }
        Slots found = read(asked, "slot_start, surgery", question.limit() + 1);
        boolean more = found.free().size() > question.limit();
        List<FreeSlot> page = more ? found.free().subList(0, question.limit()) : found.free();
        return new FindFreeSlots.Found(found.known(), page, more ? cursor(page.getLast()) : null);
    }

    private static Cursor cursor(FreeSlot last) {
        return new Cursor(last.start().toEpochMilli(), last.surgery());
    }

    @QueryHandler
    FindNearestSlots.Found find(FindNearestSlots question) {
        if (!CaseReaders.include(question.reader().role())) {
            return new FindNearestSlots.Found(false, List.of());
        }
        Asked asked = new Asked(question.reader(), question.engagement(), question.now());
        asked.values.put("not_counting", "");
        asked.session("surgery <> :besides", "besides", question.besides());
        Instant wanted = question.wanted();
        if (wanted == null) {
            asked.which = "AND waiting_since IS NOT NULL";
        }
        asked.values.put("wanted", wanted == null ? null : wanted.toEpochMilli());
        Slots found =
                read(
                        asked,
                        "abs(slot_start - coalesce(:wanted::bigint, offer_start, :now)),"
                                + " slot_start, surgery",
                        question.limit());
        return new FindNearestSlots.Found(found.known(), found.free());
    }

    /** Whose slots are wanted, and which. */
    private final class Asked {

        private final boolean forOne;
        private String which = "";
        private final StringBuilder sessions = new StringBuilder(SESSIONS);
        private final StringBuilder slots = new StringBuilder();
        private final Map<String, @Nullable Object> values = new HashMap<>();

        Asked(Actor reader, @Nullable String id, Instant now) {
            forOne = id != null;
            values.put("now", now.toEpochMilli());
            values.put("asking", id == null ? "" : id);
            if (forOne) {
                values.put("engagement", id);
                values.put("preparation", terms.preparation().toMillis());
                values.put("sees_all", CaseReaders.seeAllFirms(reader));
                values.put("own_firm", CaseReaders.ownFirm(reader));
                sessions.append("AND court = asking.court ");
                slots.append("AND slot_start < asking.deadline ");
            }
            session(
                    "court = ANY (:courts)",
                    "courts",
                    ScheduleReaders.courts(reader)
                            .map(courts -> courts.toArray(String[]::new))
                            .orElse(null));
        }

        void session(String condition, String name, @Nullable Object value) {
            if (value != null) {
                sessions.append("AND ").append(condition).append(' ');
                values.put(name, value);
            }
        }
    }

    /**
     * What was found.
     *
     * @param known whether it is known for whom
     */
    private record Slots(boolean known, List<FreeSlot> free) {}

    private Slots read(Asked asked, String order, int limit) {
        List<@Nullable FreeSlot> rows =
                database.sql(
                                FREE.formatted(
                                        asked.forOne ? ONE.formatted(asked.which) : ANYBODY,
                                        asked.sessions,
                                        asked.slots,
                                        order))
                        .params(asked.values)
                        .param("limit", limit)
                        .query(AvailabilityQueries::slot)
                        .list();
        return new Slots(!rows.isEmpty(), rows.stream().filter(Objects::nonNull).toList());
    }

    /** Null where there is none. */
    private static @Nullable FreeSlot slot(ResultSet row, int number) throws SQLException {
        String surgery = row.getString("surgery");
        if (surgery == null) {
            return null;
        }
        Instant start = Instant.ofEpochMilli(row.getLong("slot_start"));
        return new FreeSlot(
                surgery,
                row.getString("session_court"),
                start,
                Instant.ofEpochMilli(row.getLong("slot_end")),
                LondonTime.words(start),
                row.getBoolean("present"));
    }
}
