package org.engagementledger.ledger.access;

import java.time.Clock;
import org.engagementledger.domain.casework.FirmId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the access log. */
public final class AccessLog {

    /** One statement, so that an access and what it showed are on record together. */
    private static final String ADD =
            """
            WITH access AS (
                INSERT INTO ledger.access (read_at, actor, role, firm, what, asked_for, terms, shown)
                VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''), ?) RETURNING id, read_at)
            INSERT INTO ledger.access_engagement (access_id, engagement_id, read_at)
            SELECT id, engagement_id, read_at FROM access, unnest(?::text[]) AS engagement_id
            """;

    private final JdbcClient database;
    private final Clock clock;

    AccessLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Puts an access on record; when this returns it is there for good. Whoever can't must not show
     * what was asked for.
     *
     * @throws org.springframework.dao.DataAccessException if it can't be recorded
     * @throws IllegalStateException in a transaction, with which the record could be undone
     */
    public void add(Access access) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An access is recorded for good, or not at all");
        }
        database.sql(ADD)
                .param(clock.millis())
                .param(access.reader().id())
                .param(access.reader().role().name())
                .param(firm(access.reader().firm()))
                .param(access.what().name())
                .param(access.askedFor())
                .param(access.terms().words())
                .param(access.shown())
                .param(access.engagements().toArray(String[]::new))
                .update();
    }

    private static @Nullable String firm(@Nullable FirmId firm) {
        return firm == null ? null : firm.value();
    }
}
