package org.engagementledger.query.position;

import java.time.Duration;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.calendar.CalendarReaders;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.projection.Projections;
import org.engagementledger.query.schedule.ScheduleReaders;
import org.engagementledger.query.strategy.StrategyReaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether an event is in what is read. Who may not see what it happened to is told the same as if
 * there were no such event, after the same time; nobody is told of a claim, whose id says who
 * engages on which case.
 */
@Component
public final class Reached {

    /** One statement, so that it makes no difference why the answer is no. */
    private static final String IS_SHOWN =
            """
            SELECT EXISTS (
                SELECT FROM ledger.event JOIN ledger.feed USING (global_index)
                WHERE aggregate_id = :id AND sequence = :version
                  AND position <= (
                      SELECT coalesce(min(position), 0) FROM query.side JOIN query.projection USING (name)
                      WHERE side = live AND name = ANY (:projections))
                  AND CASE aggregate_type
                      WHEN 'engagement' THEN :any_engagement OR :firm = (
                          SELECT firm FROM query.engagement WHERE engagement_id = :id AND engagement.%s)
                      WHEN 'surgery' THEN :any_surgery OR (
                          SELECT court FROM query.session WHERE surgery = :id AND session.%s) = ANY (:courts)
                      WHEN 'calendar' THEN :any_calendar OR :reader = (
                          SELECT owner FROM query.calendar WHERE calendar_id = :id AND calendar.%s)
                      WHEN 'programme' THEN :any_programme OR (
                          SELECT court FROM query.programme WHERE programme = :id AND programme.%s) = ANY (:courts)
                      WHEN 'strategy' THEN :any_strategy
                      WHEN 'correspondence' THEN :any_engagement
                      ELSE false END)
            """
                    .formatted(
                            Projection.live("engagements"),
                            Projection.live("schedule"),
                            Projection.live("calendars"),
                            Projection.live("programmes"));

    private final JdbcClient database;
    private final Projections projections;

    Reached(JdbcClient database, Projections projections) {
        this.database = database;
        this.projections = projections;
    }

    /**
     * Whether a position means anything to somebody in this role: whoever reads nothing that has
     * one has nothing to wait for.
     */
    public static boolean means(Role role) {
        return ScheduleReaders.include(role)
                || StrategyReaders.include(role)
                || role == Role.OPERATOR;
    }

    /**
     * Whether all that this reader reads holds an event of something that they may see.
     *
     * @param id of what it happened to
     * @param version the event's sequence number
     */
    public boolean isShown(Actor reader, String id, long version) {
        return database.sql(IS_SHOWN)
                .param("id", id)
                .param("version", version)
                .param("projections", projections.names())
                .param("any_engagement", seesAllEngagements(reader))
                .param("firm", CaseReaders.ownFirm(reader))
                .param("any_surgery", seesAllSurgeries(reader))
                .param("any_programme", seesAllProgrammes(reader))
                .param(
                        "any_calendar",
                        CalendarReaders.seeAll(reader.role()) || reader.role() == Role.OPERATOR)
                .param(
                        "any_strategy",
                        StrategyReaders.include(reader.role()) || reader.role() == Role.OPERATOR)
                .param("reader", reader.id())
                .param(
                        "courts",
                        ScheduleReaders.courts(reader).orElse(Set.of()).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** An operator follows the feed, which tells to what something happened, and no more. */
    private static boolean seesAllEngagements(Actor reader) {
        return CaseReaders.seeAllFirms(reader) || reader.role() == Role.OPERATOR;
    }

    private static boolean seesAllSurgeries(Actor reader) {
        return reader.role() == Role.OPERATOR
                || (ScheduleReaders.include(reader.role())
                        && ScheduleReaders.courts(reader).isEmpty());
    }

    /** As far as they aren't a matter of the court. */
    private static boolean seesAllProgrammes(Actor reader) {
        return seesAllSurgeries(reader) && reader.role() != Role.DEFENCE_PRACTITIONER;
    }

    /**
     * Waits until it is.
     *
     * @param patience how long to wait at most
     * @return whether it is
     */
    public boolean await(Actor reader, String id, long version, Duration patience)
            throws InterruptedException {
        return Projections.await(() -> isShown(reader, id, version), patience);
    }
}
