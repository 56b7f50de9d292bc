package org.engagementledger.query.waitinglist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.schedule.Grid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the ledger's own policies where to look, each time in one statement: which offers are over,
 * which sessions have something free, for whom it will soon be too late, and for whom it is. It may lag; whatever
 * is done about it is decided on what is there then. Nobody is shown any of it.
 */
@Component
public final class Lookout {

    private static final String SESSIONS =
            "SELECT surgery FROM query.session WHERE court = ? AND session_end > ? AND "
                    + Grid.LIVE
                    + " ORDER BY session_start, surgery";

    private static final String OVER =
            "SELECT engagement_id, surgery, slot_start FROM query.reservation WHERE kept_until <= ?"
                    + " AND "
                    + Grid.LIVE
                    + " ORDER BY kept_until, engagement_id";

    private static final String SLOTS_TO_COME =
            "FROM query.session "
                    + Grid.SLOTS
                    + "WHERE session."
                    + Grid.LIVE
                    + " AND session_end > :now AND slot_start > :now AND ";

    /** Before when a slot must begin to be of use to whoever has this {@code hearing_date}. */
    private static final String DEADLINE =
            """
            ((extract(epoch FROM hearing_date::timestamp AT TIME ZONE 'Europe/London') * 1000)::bigint - :preparation)
            """;

    /** Whether the day of a slot suits a case that waits. */
    private static final String SUITS =
            """
            (to_timestamp(slot_start / 1000.0) AT TIME ZONE 'Europe/London')::date
                BETWEEN coalesce(suitable_from, '-infinity') AND coalesce(suitable_until, 'infinity')
            """;

    private static final String TOO_LATE =
            "SELECT engagement_id FROM query.waiting_place WHERE "
                    + DEADLINE
                    + " <= :now AND "
                    + Projection.live(WaitingListProjection.NAME)
                    + " ORDER BY engagement_id";

    private static final String TO_OFFER =
            "SELECT surgery "
                    + SLOTS_TO_COME
                    + Grid.IS_FREE
                    + """
                     AND EXISTS (
                        SELECT FROM query.waiting_place AS place
                        WHERE list = 'waiting-' || court AND NOT has_offer AND slot_start <
                    """
                    + DEADLINE
                    + " AND "
                    + SUITS
                    + " AND place."
                    + Projection.live(WaitingListProjection.NAME)
                    + ") GROUP BY session_start, surgery ORDER BY session_start, surgery";

    /**
     * Of each case that has something to discuss, and no slot, the last session in which it could
     * still have one: if that begins soon, or there is none, and it hasn't been said.
     */
    private static final String NEAR =
            """
            WITH free AS MATERIALIZED (
                SELECT court, surgery, session_start, slot_start, %s AS kept_for
            """
                            .formatted(Grid.KEPT_FOR)
                    + SLOTS_TO_COME
                    + Grid.IS_OPEN
                    + """
                    ),
                    concerned AS MATERIALIZED (
                        SELECT engagement_id, court, suitable_from, suitable_until,
                    """
                    + DEADLINE
                    + """
                               AS deadline
                        FROM (SELECT * FROM query.engagement
                              WHERE status IN ('IN_TRIAGE', 'PUT_FORWARD') AND (status = 'PUT_FORWARD' OR waiting_since IS NOT NULL)
                                AND
                    """
                    + Projection.live("engagements")
                    + """
                             ) AS engagement
                        LEFT JOIN (SELECT engagement_id, suitable_from, suitable_until FROM query.waiting_place WHERE
                    """
                    + Projection.live(WaitingListProjection.NAME)
                    + """
                        ) AS place USING (engagement_id)
                    ),
                    usable AS (
                        SELECT DISTINCT ON (engagement_id) engagement_id, concerned.court, deadline, surgery, session_start
                        FROM concerned
                        LEFT JOIN free ON free.court = concerned.court AND slot_start < deadline
                            AND coalesce(kept_for = engagement_id, true) AND
                    """
                    + SUITS
                    + """
                        WHERE deadline > :now
                        ORDER BY engagement_id, session_start DESC NULLS LAST, surgery DESC
                    )
                    SELECT court, usable.engagement_id, usable.surgery, usable.session_start, deadline
                    FROM usable
                    LEFT JOIN (SELECT engagement_id, surgery FROM query.last_surgery WHERE
                    """
                    + Projection.live(WaitingListProjection.NAME)
                    + """
                    ) AS said USING (engagement_id)
                    WHERE (usable.session_start IS NULL OR usable.session_start <= :soon)
                      AND (said.engagement_id IS NULL OR said.surgery IS DISTINCT FROM usable.surgery)
                    ORDER BY court, engagement_id
                    """;

    private final JdbcClient database;
    private final Terms terms;

    Lookout(JdbcClient database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    /**
     * An offer whose time is over, and that hasn't been ended.
     *
     * @param start when its slot begins
     */
    public record Over(EngagementId engagement, SurgeryId surgery, Instant start) {}

    /**
     * A case for which it will soon be too late, or is already.
     *
     * @param court the court's OU code
     * @param surgery the last in which it could have a slot; null if there is none
     * @param start when that begins; null if there is none
     * @param deadline before which a slot must begin to be of use for its hearing
     */
    public record Near(
            String court,
            EngagementId engagement,
            @Nullable SurgeryId surgery,
            @Nullable Instant start,
            Instant deadline) {}

    /** Offers that should have ended by now. */
    public List<Over> over(Instant now) {
        return database.sql(OVER)
                .param(now.toEpochMilli())
                .query(
                        (row, number) ->
                                new Over(
                                        new EngagementId(row.getString("engagement_id")),
                                        new SurgeryId(row.getString("surgery")),
                                        Instant.ofEpochMilli(row.getLong("slot_start"))))
                .list();
    }

    /** Whoever waits though no slot could be in time for the hearing any more. */
    public List<EngagementId> tooLate(Instant now) {
        return database.sql(TOO_LATE)
                .param("now", now.toEpochMilli())
                .param("preparation", terms.preparation().toMillis())
                .query((row, number) -> new EngagementId(row.getString("engagement_id")))
                .list();
    }

    /**
     * The court's sessions that aren't over, in order of time.
     *
     * @param court the court's OU code
     */
    public List<SurgeryId> sessions(String court, Instant now) {
        return database.sql(SESSIONS)
                .params(court, now.toEpochMilli())
                .query((row, number) -> new SurgeryId(row.getString("surgery")))
                .list();
    }

    /**
     * The sessions that have a free slot for somebody who waits, and has no offer, in order of
     * time. It may be that all of those have declined it.
     */
    public List<SurgeryId> sessionsToOffer(Instant now) {
        return database.sql(TO_OFFER)
                .param("now", now.toEpochMilli())
                .param("preparation", terms.preparation().toMillis())
                .param("not_counting", "")
                .param("asking", "")
                .query((row, number) -> new SurgeryId(row.getString("surgery")))
                .list();
    }

    /**
     * The cases that have something to discuss, and no slot, whether or not they wait for one,
     * whose last surgery is so near that it is to be said, by the terms, and hasn't been. A surgery
     * counts if one of its slots can be booked for the case, on a day that suits it. Those whose
     * time is over aren't among them.
     */
    public List<Near> lastSurgeryNear(Instant now) {
        return database.sql(NEAR)
                .param("now", now.toEpochMilli())
                .param("soon", now.plus(terms.waiting().lastSurgeryWarning()).toEpochMilli())
                .param("preparation", terms.preparation().toMillis())
                .param("not_counting", "")
                .query(Lookout::near)
                .list();
    }

    private static Near near(ResultSet row, int number) throws SQLException {
        String surgery = row.getString("surgery");
        return new Near(
                row.getString("court"),
                new EngagementId(row.getString("engagement_id")),
                surgery == null ? null : new SurgeryId(surgery),
                surgery == null ? null : Instant.ofEpochMilli(row.getLong("session_start")),
                Instant.ofEpochMilli(row.getLong("deadline")));
    }
}
