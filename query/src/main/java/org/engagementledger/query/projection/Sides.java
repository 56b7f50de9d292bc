package org.engagementledger.query.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the sides of the projections have come, in the database. */
final class Sides {

    private final JdbcClient database;

    Sides(JdbcClient database) {
        this.database = database;
    }

    /** A side, and whether it is the one that is read. */
    record Side(int side, boolean live, boolean active, int revision, long position) {}

    /** Makes a new projection known; one that is known stays as it is. */
    void open(Projection projection) {
        database.sql(
                        "INSERT INTO query.projection (name, live) VALUES (?, 0) ON CONFLICT DO NOTHING")
                .param(projection.name())
                .update();
        database.sql(
                        """
                        INSERT INTO query.side (name, side, active, revision, position)
                        VALUES (:name, 0, true, :revision, 0), (:name, 1, false, :revision, 0)
                        ON CONFLICT DO NOTHING
                        """)
                .param("name", projection.name())
                .param("revision", projection.revision())
                .update();
    }

    List<Side> of(String projection) {
        return read(projection, "ORDER BY side").list();
    }

    Side live(String projection) {
        return read(projection, "AND side = live").single();
    }

    /** The position that all of these have reached at least, as they are read. */
    long slowest(String[] projections) {
        return database.sql(
                        """
                        SELECT coalesce(min(position), 0) FROM query.side JOIN query.projection USING (name)
                        WHERE side = live AND name = ANY (?)
                        """)
                .param(projections)
                .query(Long.class)
                .single();
    }

    /** The side, held by this transaction; empty if another is at it. */
    Optional<Side> hold(String projection, int side) {
        return read(projection, "AND side = " + side + " FOR UPDATE OF side SKIP LOCKED")
                .optional();
    }

    /** The side that is read, held by this transaction; waits for whoever is at it. */
    Side holdLive(String projection) {
        return read(projection, "AND side = live FOR UPDATE OF side").single();
    }

    private JdbcClient.MappedQuerySpec<Side> read(String projection, String which) {
        return database.sql(
                        """
                        SELECT side, side = live AS is_live, active, revision, position
                        FROM query.side JOIN query.projection USING (name)
                        WHERE name = ?
                        """
                                + which)
                .param(projection)
                .query(
                        (row, number) ->
                                new Side(
                                        row.getInt("side"),
                                        row.getBoolean("is_live"),
                                        row.getBoolean("active"),
                                        row.getInt("revision"),
                                        row.getLong("position")));
    }

    void moveTo(String projection, int side, long position) {
        database.sql("UPDATE query.side SET position = ? WHERE name = ? AND side = ?")
                .params(position, projection, side)
                .update();
    }

    /**
     * Begins to make the projection again on the side that isn't read. What is there is emptied,
     * for which nobody may be reading: it waits for readers for a moment only, since others queue
     * up behind it.
     *
     * @return false if it is being made again already
     * @throws org.springframework.dao.PessimisticLockingFailureException if somebody reads for long
     */
    boolean begin(Projection projection) {
        database.sql("SET LOCAL lock_timeout = '200ms'").update();
        int side =
                1
                        - database.sql(
                                        "SELECT live FROM query.projection WHERE name = ? FOR UPDATE")
                                .param(projection.name())
                                .query(Integer.class)
                                .single();
        boolean begun =
                database.sql(
                                        """
                                        UPDATE query.side
                                        SET active = true, revision = :revision, position = 0, begun_at = clock_timestamp()
                                        WHERE name = :name AND side = :side AND (NOT active OR revision <> :revision)
                                        """)
                                .param("revision", projection.revision())
                                .param("name", projection.name())
                                .param("side", side)
                                .update()
                        == 1;
        if (begun) {
            projection.tables().forEach(table -> empty(table, side));
        }
        return begun;
    }

    private void empty(String table, int side) {
        database.sql("TRUNCATE " + table + "_" + side).update();
    }

    /** The side is what is read from now on; the other is left as it is. */
    void switchTo(Projection projection, Side side, @Nullable String before, String after) {
        database.sql(
                        """
                        INSERT INTO query.rebuild (name, side, revision, position, began_at, before, after)
                        SELECT name, side, revision, position, begun_at, ?, ? FROM query.side
                        WHERE name = ? AND side = ?
                        """)
                .param(before)
                .params(after, projection.name(), side.side())
                .update();
        database.sql("UPDATE query.side SET active = false WHERE name = ? AND side <> ?")
                .params(projection.name(), side.side())
                .update();
        database.sql("UPDATE query.projection SET live = ? WHERE name = ?")
                .params(side.side(), projection.name())
                .update();
    }

    Optional<Rebuilt> lastRebuild(String projection) {
        return database.sql(
                        """
                        SELECT position, switched_at, before, after FROM query.rebuild
                        WHERE name = ? ORDER BY id DESC LIMIT 1
                        """)
                .param(projection)
                .query(
                        (row, number) -> {
                            OffsetDateTime at =
                                    Objects.requireNonNull(
                                            row.getObject("switched_at", OffsetDateTime.class));
                            String before = row.getString("before");
                            return new Rebuilt(
                                    at.toInstant(),
                                    row.getLong("position"),
                                    before == null ? null : before.equals(row.getString("after")));
                        })
                .optional();
    }

    /**
     * A projection was made again.
     *
     * @param at when it took the other's place
     * @param position how far both had come
     * @param same whether both had the same rows; null if the other was of another revision
     */
    record Rebuilt(Instant at, long position, @Nullable Boolean same) {}

    /**
     * A digest over all rows of a side, whatever their order on disk. Two sides with the same rows
     * have the same.
     */
    String digest(Projection projection, int side) {
        database.sql("SET LOCAL statement_timeout = 0").update();
        StringBuilder digest = new StringBuilder();
        for (String table : projection.tables()) {
            digest.append(digest.isEmpty() ? "" : " ")
                    .append(table.substring(table.indexOf('.') + 1))
                    .append(':')
                    .append(
                            database.sql(
                                            """
                                            SELECT count(*) || ':' || coalesce(sum(('x' || left(h, 15))::bit(60)::bigint), 0)
                                                || ':' || coalesce(sum(('x' || right(h, 15))::bit(60)::bigint), 0)
                                            FROM (SELECT md5((to_jsonb(t) - 'side')::text) AS h FROM %s AS t WHERE side = ?)
                                            """
                                                    .formatted(table))
                                    .param(side)
                                    .query(String.class)
                                    .single());
        }
        return digest.toString();
    }
}
