package org.engagementledger.ledger.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives stored events their positions in the feed. Any number of instances may try; one at a time
 * does.
 *
 * <p>It never takes the positions of the store as dense. What it finds stored beyond the settled
 * mark and not yet numbered it numbers; the mark moves up to a position once every transaction has
 * ended that had begun to write when that position was seen: those have lower numbers than the
 * sequencer's own, which begins to write after it has looked.
 */
final class Sequencer {

    /** How many events one transaction numbers at most. */
    private static final int BATCH = 10_000;

    private static final String HOLD =
            "SELECT settled FROM working.sequencer FOR UPDATE SKIP LOCKED";

    /** Evaluated on one snapshot, which also decides whether what was seen has settled. */
    private static final String NUMBER =
            """
            WITH found AS (
                SELECT global_index FROM ledger.event
                WHERE global_index > :settled
                  AND NOT EXISTS (SELECT FROM ledger.feed
                                  WHERE feed.global_index = event.global_index AND feed.global_index > :settled)
                ORDER BY global_index LIMIT :batch),
            numbered AS (
                INSERT INTO ledger.feed (position, global_index)
                SELECT (SELECT coalesce(max(position), 0) FROM ledger.feed) + row_number() OVER (ORDER BY global_index),
                       global_index
                FROM found
                RETURNING 1)
            SELECT (SELECT count(*) FROM numbered) AS numbered,
                   (SELECT max(global_index) FROM found) AS last,
                   seen_before <= pg_snapshot_xmin(pg_current_snapshot()) AS settles
            FROM working.sequencer
            """;

    private static final String HIGHEST = "SELECT coalesce(max(global_index), 0) FROM ledger.event";

    /** Up to what was numbered, if that isn't yet all that was seen. */
    private static final String SETTLE =
            """
            UPDATE working.sequencer
            SET settled = least(seen, :last), seen = greatest(seen, :highest), seen_before = pg_current_xact_id()
            WHERE settled < seen OR seen < :highest
            """;

    private static final String IS_BEHIND =
            """
            SELECT settled < seen OR seen < (SELECT coalesce(max(global_index), 0) FROM ledger.event)
            FROM working.sequencer
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    Sequencer(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Whether there may be something to number, or to settle. */
    boolean isBehind() {
        return database.sql(IS_BEHIND).query(Boolean.class).single();
    }

    /**
     * Numbers what is stored, unless another instance is at it; true if there may be more. The
     * highest index is looked for before anything is written, and so before the transaction has a
     * number.
     */
    boolean number() {
        return Boolean.TRUE.equals(
                transactions.execute(
                        status -> {
                            long highest = database.sql(HIGHEST).query(Long.class).single();
                            return database.sql(HOLD)
                                    .query(Long.class)
                                    .optional()
                                    .map(settled -> number(settled, highest))
                                    .orElse(false);
                        }));
    }

    private boolean number(long settled, long highest) {
        Numbered done =
                database.sql(NUMBER)
                        .param("settled", settled)
                        .param("batch", BATCH)
                        .query(
                                (row, number) ->
                                        new Numbered(
                                                row.getInt("numbered"),
                                                row.getLong("last"),
                                                row.getBoolean("settles")))
                        .single();
        boolean full = done.events() == BATCH;
        if (done.settles()) {
            database.sql(SETTLE)
                    .param("last", full ? done.last() : Long.MAX_VALUE)
                    .param("highest", highest)
                    .update();
        }
        return full;
    }

    private record Numbered(int events, long last, boolean settles) {}
}
