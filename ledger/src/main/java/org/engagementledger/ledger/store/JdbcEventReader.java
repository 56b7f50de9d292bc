package org.engagementledger.ledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from {@code ledger.event}. */
final class JdbcEventReader implements EventReader {

    private static final String PAGE =
            "SELECT "
                    + StoredEvents.COLUMNS
                    + " FROM ledger.event WHERE aggregate_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?";

    private final JdbcClient database;
    private final StoredEvents events;

    JdbcEventReader(JdbcClient database, StoredEvents events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public List<StoredEvent> read(String aggregateId, long fromSequence, int limit) {
        return database.sql(PAGE)
                .params(aggregateId, fromSequence, limit)
                .query((row, number) -> events.read(row))
                .list();
    }

    @Override
    public Optional<Instant> latestRecordedAt() {
        return database.sql("SELECT max(recorded_at) FROM ledger.event")
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }
}
