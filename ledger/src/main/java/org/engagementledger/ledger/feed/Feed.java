package org.engagementledger.ledger.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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

    private static final String NAMED =
            "SELECT position, "
                    + StoredEvents.COLUMNS
                    + " FROM ledger.feed JOIN ledger.event USING (global_index)"
                    + " WHERE position > ? AND position <= ? AND name = ANY (?) ORDER BY position LIMIT ?";

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
        return database.sql(PAGE).params(after, after + limit).query(this::entry).list();
    }

    /**
     * The next events with one of these names, in their order. Others aren't looked into.
     *
     * @param names logical names, such as {@code engagement.Submitted}
     * @param after the position of the last event that isn't wanted; 0 to begin
     * @param upTo the last position that is looked at
     * @param limit how many at most
     */
    public List<FeedEntry> readOf(Collection<String> names, long after, long upTo, int limit) {
        return database.sql(NAMED)
                .params(after, upTo, names.toArray(String[]::new), limit)
                .query(this::entry)
                .list();
    }

    private FeedEntry entry(ResultSet row, int number) throws SQLException {
        return new FeedEntry(
                row.getLong("position"),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                events.read(row));
    }
}
