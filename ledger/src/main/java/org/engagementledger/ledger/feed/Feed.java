package org.engagementledger.ledger.feed;

import java.util.List;
import org.engagementledger.ledger.store.StoredEvents;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the feed. */
public final class Feed {

    private static final String PAGE =
            "SELECT position, "
                    + StoredEvents.COLUMNS
                    + " FROM ledger.feed JOIN ledger.event USING (global_index)"
                    + " WHERE position > ? AND position <= ? ORDER BY position";

    private final JdbcClient database;
    private final StoredEvents events;

    Feed(JdbcClient database, StoredEvents events) {
        this.database = database;
        this.events = events;
    }

    /** The position of the last event that has been numbered; 0 if none has. */
    public long head() {
        return database.sql("SELECT coalesce(max(position), 0) FROM ledger.feed")
                .query(Long.class)
                .single();
    }

    /**
     * The next events, in their order. The feed is dense: fewer than asked for are all there are.
     *
     * @param after the position of the last event that isn't wanted; 0 to begin
     * @param limit how many at most
     */
    public List<FeedEntry> read(long after, int limit) {
        return database.sql(PAGE)
                .params(after, after + limit)
                .query(
                        (row, number) ->
                                new FeedEntry(
                                        row.getLong("position"),
                                        row.getString("aggregate_type"),
                                        row.getString("aggregate_id"),
                                        events.read(row)))
                .list();
    }
}
