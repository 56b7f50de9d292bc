package org.engagementledger.query.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how sessions were used, from the schedule's own rows; each time in one statement. */
@Component
class UtilisationQueries {

    private static final String SESSIONS =
            "SELECT * FROM query.session WHERE "
                    + Projection.live(ScheduleProjection.NAME)
                    + " AND session_start >= :from AND session_start < :until ";

    /** What the bookings of some sessions come to. */
    private static final String COUNTS =
            """
            count(*) FILTER (WHERE status <> 'RELEASED') AS booked,
            count(*) FILTER (WHERE status = 'HELD') AS held,
            count(*) FILTER (WHERE status = 'MISSED') AS missed,
            count(*) FILTER (WHERE
            """
                    + Grid.GIVEN_BACK
                    + """
                    ) AS released,
                    percentile_cont(0.5) WITHIN GROUP (ORDER BY slot_start - booked_at)
                        FILTER (WHERE status <> 'RELEASED') AS notice
                    """;

    private static final String PER_SESSION =
            "SELECT court, surgery, session_start, 1 AS sessions, "
                    + Grid.OFFERED
                    + """
                     AS offered, booked, held, missed, released, notice
                    FROM (%s ORDER BY session_start, surgery LIMIT :limit) AS session
                    CROSS JOIN LATERAL (
                        SELECT
                    """
                    + COUNTS
                    + """
                        FROM query.booking
                        WHERE booking.side = session.side AND booking.surgery = session.surgery) AS counted
                    ORDER BY session_start, surgery
                    """;

    private static final String PER_COURT =
            "SELECT court, NULL AS surgery, NULL::bigint AS session_start, sessions, offered,"
                    + " booked, held, missed, released, notice FROM (SELECT court, side,"
                    + " array_agg(surgery) AS surgeries, count(*) AS sessions, sum("
                    + Grid.OFFERED
                    + """
                    ) AS offered
                      FROM (%s) AS session GROUP BY court, side ORDER BY court LIMIT :limit) AS court
                    CROSS JOIN LATERAL (
                        SELECT
                    """
                    + COUNTS
                    + """
                        FROM query.booking
                        WHERE booking.side = court.side AND booking.surgery = ANY (court.surgeries)) AS counted
                    ORDER BY court
                    """;

    private static final double MILLIS_PER_TENTH_OF_AN_HOUR = 360_000;

    private final JdbcClient database;

    UtilisationQueries(JdbcClient database) {
        this.database = database;
    }

    @QueryHandler
    FindUtilisation.Found find(FindUtilisation question) {
        if (!FindUtilisation.isOpenTo(question.reader().role())) {
            return new FindUtilisation.Found(List.of(), null);
        }
        StringBuilder sessions = new StringBuilder(SESSIONS);
        Map<String, Object> values = new HashMap<>();
        values.put("from", question.from().toEpochMilli());
        values.put("until", question.until().toEpochMilli());
        values.put("limit", question.limit() + 1);
        if (question.court() != null) {
            sessions.append("AND court = :court ");
            values.put("court", question.court());
        }
        boolean perSession = question.per() == FindUtilisation.Per.SESSION;
        Cursor after = question.after();
        if (after != null) {
            sessions.append(
                    perSession ? "AND (session_start, surgery) > (:key, :id)" : "AND court > :id");
            values.put("key", after.key());
            values.put("id", after.id());
        }
        List<Utilisation> found =
                database.sql((perSession ? PER_SESSION : PER_COURT).formatted(sessions))
                        .params(values)
                        .query(UtilisationQueries::row)
                        .list();
        boolean more = found.size() > question.limit();
        List<Utilisation> page = more ? found.subList(0, question.limit()) : found;
        return new FindUtilisation.Found(page, more ? cursor(page.getLast()) : null);
    }

    private static Cursor cursor(Utilisation last) {
        return last.start() == null || last.surgery() == null
                ? new Cursor(0, last.court())
                : new Cursor(last.start().toEpochMilli(), last.surgery());
    }

    private static Utilisation row(ResultSet row, int number) throws SQLException {
        long start = row.getLong("session_start");
        boolean ofCourt = row.wasNull();
        return new Utilisation(
                row.getString("court"),
                row.getString("surgery"),
                ofCourt ? null : Instant.ofEpochMilli(start),
                row.getLong("sessions"),
                row.getLong("offered"),
                row.getLong("booked"),
                row.getLong("held"),
                row.getLong("missed"),
                row.getLong("released"),
                hours(row));
    }

    private static @Nullable Double hours(ResultSet row) throws SQLException {
        double notice = row.getDouble("notice");
        return row.wasNull() ? null : Math.round(notice / MILLIS_PER_TENTH_OF_AN_HOUR) / 10.0;
    }
}
