package org.engagementledger.ledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.engagementledger.ledger.provenance.Provenance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from {@code ledger.event}. */
final class JdbcEventReader implements EventReader {

    private static final String PAGE =
            "SELECT "
                    + StoredEvents.COLUMNS
                    + " FROM ledger.event WHERE aggregate_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?";

    /** By the index on the request, whatever else the planner thinks of. */
    static final String OF_REQUEST =
            "WITH written AS MATERIALIZED (SELECT "
                    + StoredEvents.COLUMNS
                    + " FROM ledger.event WHERE metadata::jsonb ->> '"
                    + Provenance.IDEMPOTENCY_KEY_HASH
                    + "' = ?) SELECT * FROM written WHERE aggregate_id = ? ORDER BY sequence";

    private final JdbcClient database;
    private final StoredEvents events;

    JdbcEventReader(JdbcClient database, StoredEvents events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public List<StoredEvent> read(String aggregateId, long fromSequence, int limit) {
        return read(PAGE, aggregateId, fromSequence, limit);
    }

    @Override
    public List<StoredEvent> writtenBy(String request, String aggregateId) {
        return read(OF_REQUEST, request, aggregateId);
    }

    private List<StoredEvent> read(String sql, Object... parameters) {
        return database.sql(sql).params(parameters).query((row, number) -> events.read(row)).list();
    }

    @Override
    public Optional<Instant> latestRecordedAt() {
        return database.sql("SELECT max(recorded_at) FROM ledger.event")
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }
}
