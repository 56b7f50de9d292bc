package org.engagementledger.query.casehistory;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.store.StoredEvents;
import org.engagementledger.query.projection.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the events of the engagements that a firm represents now, along the feed.
 *
 * <p>Their rows are written in the feed's order, in the transaction that also moves the
 * projection's position; both are read by one statement. So whatever isn't there up to that
 * position isn't the firm's, and a reader that goes on after it misses nothing.
 */
@Component
public final class FirmEvents {

    /** What an earlier revision made, and nobody has made again yet, doesn't say whose it is. */
    private static final String READ =
            """
            (SELECT side AS read_side, position AS reached
             FROM query.side JOIN query.projection USING (name)
             WHERE name = '%s' AND side = live AND revision >= %d) AS read
            """
                    .formatted(
                            CaseHistoryProjection.NAME, CaseHistoryProjection.FIRST_WITH_POSITIONS);

    private static final String PAGE =
            "SELECT reached, position, "
                    + StoredEvents.COLUMNS
                    + " FROM "
                    + READ
                    + """
                    LEFT JOIN LATERAL (
                        SELECT engagement_id AS aggregate_id, sequence, position FROM query.case_event
                        WHERE side = read_side AND firm = ? AND position > ?
                        ORDER BY position LIMIT ?) AS told ON true
                    LEFT JOIN ledger.event USING (aggregate_id, sequence)
                    ORDER BY position
                    """;

    /** One probe of the index for each. */
    private static final String LOOK =
            "SELECT reached, ARRAY("
                    + """
                    SELECT number
                    FROM unnest(?::text[], ?::bigint[]) WITH ORDINALITY AS waiting(own, after, number)
                    CROSS JOIN LATERAL (
                        SELECT FROM query.case_event
                        WHERE side = read_side AND firm = own AND position > after
                        ORDER BY position LIMIT 1) AS told
                    ) AS told FROM
                    """
                    + READ;

    private final JdbcClient database;
    private final StoredEvents events;

    FirmEvents(JdbcClient database, StoredEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * Some of a firm's events.
     *
     * @param events in the feed's order
     * @param upTo up to which position they are all that are the firm's; never less than what was
     *     asked for, but -1 if nothing can be said, since all is being made again
     */
    public record Page(List<FeedEntry> events, long upTo) {
        public Page {
            events = List.copyOf(events);
        }
    }

    /**
     * The next events of a firm.
     *
     * @param after the position of the last event that isn't wanted; 0 to begin
     * @param limit how many at most
     */
    public Page read(String firm, long after, int limit) {
        List<FeedEntry> found = new ArrayList<>();
        List<Long> reached =
                database.sql(PAGE)
                        .params(firm, after, limit)
                        .query(
                                (row, number) -> {
                                    long position = row.getLong("position");
                                    if (!row.wasNull()) {
                                        found.add(entry(row, position));
                                    }
                                    return row.getLong("reached");
                                })
                        .list();
        if (reached.isEmpty()) {
            return new Page(found, -1);
        }
        return new Page(
                found,
                found.size() == limit
                        ? found.getLast().position()
                        : Math.max(after, reached.getFirst()));
    }

    private FeedEntry entry(ResultSet row, long position) throws SQLException {
        return new FeedEntry(
                position,
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                events.read(row));
    }

    /** Somebody wants to know of what comes after a position. */
    public record Wish(String firm, long after) {}

    /**
     * What there is for several.
     *
     * @param upTo how far was looked; -1 as with {@link Page}
     * @param fulfilled for which of them there is something, by their place in the list from 0
     */
    public record Found(long upTo, Set<Integer> fulfilled) {
        public Found {
            fulfilled = Set.copyOf(fulfilled);
        }
    }

    /** For whom there is something, by one statement however many they are. */
    public Found look(List<Wish> wishes) {
        return database.sql(LOOK)
                .params(new Columns<>(wishes).text(Wish::firm).number(Wish::after).arrays())
                .query((row, number) -> found(row))
                .optional()
                .orElseGet(() -> new Found(-1, Set.of()));
    }

    private static Found found(ResultSet row) throws SQLException {
        Array numbers = row.getArray("told");
        return new Found(
                row.getLong("reached"),
                Arrays.stream((Long[]) numbers.getArray())
                        .map(number -> (int) (number - 1))
                        .collect(Collectors.toSet()));
    }
}
