package org.engagementledger.command.idempotency;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.engagementledger.command.Answer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers in {@code working.answer}, read and written in the transaction of the command: with
 * an acceptance its events are committed, with a refusal nothing else.
 */
final class KeptAnswers {

    /**
     * The lock is free again when the transaction ends, whichever way. Two statements in one round
     * trip: only one that begins when the lock is held is sure to see what its last holder wrote.
     */
    private static final String BEGIN =
            """
            SELECT pg_try_advisory_xact_lock(?);
            SELECT fingerprint, accepted, answer FROM working.answer WHERE request = ?
            """;

    private static final String KEEP =
            """
            INSERT INTO working.answer (request, fingerprint, accepted, answer, answered_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (request) DO UPDATE SET
                fingerprint = excluded.fingerprint, accepted = excluded.accepted,
                answer = excluded.answer, answered_at = excluded.answered_at
            """;

    /** Nobody needs to wait until a refusal is on the disk: without it, it is decided anew. */
    private static final String NO_WAIT = "SET LOCAL synchronous_commit = off; ";

    private static final String FORGET =
            """
            DELETE FROM working.answer WHERE request IN (
                SELECT request FROM working.answer WHERE answered_at < ?
                ORDER BY answered_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int HEXADECIMAL = 16;

    private final JdbcOperations database;

    KeptAnswers(JdbcOperations database) {
        this.database = database;
    }

    /**
     * How a request stands as it comes in.
     *
     * @param inFlight whether the same is being carried out elsewhere
     * @param kept its answer, if it was carried out before
     */
    record Standing(boolean inFlight, Optional<Kept> kept) {}

    /**
     * An answer that was given before.
     *
     * @param fingerprint of what was asked, sealed
     */
    record Kept(String fingerprint, Answer answer) {}

    /**
     * Begins to carry a request out: until the transaction ends, nobody else does.
     *
     * @param request its hash, in hexadecimal
     */
    Standing begin(String request) {
        PreparedStatementCallback<Standing> ask =
                sql -> {
                    sql.setLong(1, Long.parseUnsignedLong(request, 0, HEXADECIMAL, HEXADECIMAL));
                    sql.setString(2, request);
                    sql.execute();
                    return standing(sql);
                };
        return Objects.requireNonNull(database.execute(BEGIN, ask));
    }

    private static Standing standing(PreparedStatement sql) throws SQLException {
        boolean first;
        try (ResultSet lock = sql.getResultSet()) {
            first = lock.next() && lock.getBoolean(1);
        }
        sql.getMoreResults();
        try (ResultSet kept = sql.getResultSet()) {
            return new Standing(!first, kept.next() ? kept(kept) : Optional.empty());
        }
    }

    /** What another version of the service kept, and this one can't read, isn't there. */
    private static Optional<Kept> kept(ResultSet row) throws SQLException {
        Class<? extends Answer> type =
                row.getBoolean("accepted") ? Answer.Accepted.class : Answer.Refused.class;
        try {
            return Optional.of(
                    new Kept(
                            row.getString("fingerprint"),
                            JSON.readValue(row.getString("answer"), type)));
        } catch (JacksonException fromElsewhere) {
            return Optional.empty();
        }
    }

    /** Keeps what was answered. */
    void keep(String request, String fingerprint, Answer answer, Instant now) {
        boolean accepted = answer instanceof Answer.Accepted;
        PreparedStatementCallback<Boolean> insert =
                sql -> {
                    sql.setString(1, request);
                    sql.setString(2, fingerprint);
                    sql.setBoolean(3, accepted);
                    sql.setString(4, JSON.writeValueAsString(answer));
                    sql.setLong(5, now.toEpochMilli());
                    return sql.execute();
                };
        database.execute(accepted ? KEEP : NO_WAIT + KEEP, insert);
    }

    /**
     * Deletes the oldest answers.
     *
     * @param before when those to be deleted were given
     * @param limit how many at most
     * @return how many
     */
    int forget(Instant before, int limit) {
        return database.update(FORGET, before.toEpochMilli(), limit);
    }
}
