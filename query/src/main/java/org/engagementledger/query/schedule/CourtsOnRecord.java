package org.engagementledger.query.schedule;

import org.engagementledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Of which courts something is on record, whether or not they are in scope today: a session, a
 * programme or a case.
 */
@Component
public final class CourtsOnRecord {

    private static final String INCLUDES =
            "SELECT EXISTS (SELECT FROM query.session WHERE court = :court AND "
                    + Projection.live("schedule")
                    + ") OR EXISTS (SELECT FROM query.programme WHERE court = :court AND "
                    + Projection.live("programmes")
                    + ") OR EXISTS (SELECT FROM query.engagement WHERE court = :court AND "
                    + Projection.live("engagements")
                    + ")";

    private final JdbcClient database;

    CourtsOnRecord(JdbcClient database) {
        this.database = database;
    }

    /**
     * Whether something is on record of it.
     *
     * @param court an OU code, or what was taken for one
     */
    public boolean include(String court) {
        return database.sql(INCLUDES).param("court", court).query(Boolean.class).single();
    }
}
