package org.engagementledger.command.policy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engagementledger.ledger.feed.FeedEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the policies have come, and what they couldn't act on, in the database. */
final class PolicyTable {

    /**
     * What failed waits for an operator; what waits for it, until it is the first of its aggregate.
     */
    private static final String DUE =
            """
            SELECT position FROM working.parked_event AS parked
            WHERE policy = ? AND (retry OR failure IS NULL) AND NOT EXISTS (
                SELECT FROM working.parked_event AS earlier
                WHERE earlier.policy = parked.policy AND earlier.aggregate_id = parked.aggregate_id
                  AND earlier.position < parked.position)
            ORDER BY position LIMIT 1
            """;

    private static final String PARKED =
            """
            SELECT DISTINCT ON (policy, aggregate_id) policy, position, parked_at, failure,
                count(*) OVER (PARTITION BY policy, aggregate_id) - 1 AS waiting
            FROM working.parked_event ORDER BY policy, aggregate_id, position
            """;

    private final JdbcClient database;

    PolicyTable(JdbcClient database) {
        this.database = database;
    }

    /** Makes a new policy known, which begins at the feed's head; one that is known goes on. */
    void open(String policy) {
        database.sql(
                        """
                        INSERT INTO working.policy (name, position)
                        SELECT ?, coalesce(max(position), 0) FROM ledger.feed
                        ON CONFLICT DO NOTHING
                        """)
                .param(policy)
                .update();
    }

    long position(String policy) {
        return database.sql("SELECT position FROM working.policy WHERE name = ?")
                .param(policy)
                .query(Long.class)
                .single();
    }

    /** The position, held by this transaction; empty if another is at it. */
    Optional<Long> hold(String policy) {
        return database.sql(
                        "SELECT position FROM working.policy WHERE name = ? FOR UPDATE SKIP LOCKED")
                .param(policy)
                .query(Long.class)
                .optional();
    }

    void moveTo(String policy, long position) {
        database.sql("UPDATE working.policy SET position = ? WHERE name = ?")
                .params(position, policy)
                .update();
    }

    /** Whether something of the aggregate is parked, behind which all that follows has to wait. */
    boolean isParked(String policy, String aggregate) {
        return database.sql(
                        """
                        SELECT EXISTS (SELECT FROM working.parked_event
                                       WHERE policy = ? AND aggregate_id = ?)
                        """)
                .params(policy, aggregate)
                .query(Boolean.class)
                .single();
    }

    /**
     * Parks an event.
     *
     * @param failure what kind of failure it was; null if it only waits for those before it
     */
    void park(String policy, FeedEntry entry, Instant now, @Nullable String failure) {
        database.sql(
                        """
                        INSERT INTO working.parked_event (policy, aggregate_id, position, parked_at, failure)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(policy)
                .param(entry.aggregateId())
                .param(entry.position())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(failure)
                .update();
    }

    /** The position of the first parked event that is to be tried. */
    Optional<Long> due(String policy) {
        return database.sql(DUE).param(policy).query(Long.class).optional();
    }

    /** It has been acted on. */
    void unpark(String policy, long position) {
        database.sql("DELETE FROM working.parked_event WHERE policy = ? AND position = ?")
                .params(policy, position)
                .update();
    }

    /** It was tried in vain, and waits for an operator. */
    void failedAgain(String policy, long position, String failure) {
        database.sql(
                        """
                        UPDATE working.parked_event SET failure = ?, retry = false
                        WHERE policy = ? AND position = ?
                        """)
                .params(failure, policy, position)
                .update();
    }

    /** All that has failed is to be tried again. */
    void retry(String policy) {
        database.sql(
                        """
                        UPDATE working.parked_event SET retry = true
                        WHERE policy = ? AND failure IS NOT NULL
                        """)
                .param(policy)
                .update();
    }

    /** What is parked of all policies: of each aggregate the first, by policy and position. */
    Map<String, List<Policies.Parked>> parked() {
        Map<String, List<Policies.Parked>> parked = new HashMap<>();
        database.sql(PARKED)
                .query(
                        row -> {
                            parked.computeIfAbsent(
                                            row.getString("policy"), name -> new ArrayList<>())
                                    .add(
                                            new Policies.Parked(
                                                    row.getLong("position"),
                                                    row.getObject("parked_at", OffsetDateTime.class)
                                                            .toInstant(),
                                                    row.getString("failure"),
                                                    row.getInt("waiting")));
                        });
        parked.values()
                .forEach(one -> one.sort(Comparator.comparingLong(Policies.Parked::position)));
        return parked;
    }
}
