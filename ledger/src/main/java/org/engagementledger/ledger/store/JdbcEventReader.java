package org.engagementledger.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.sealing.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from {@code ledger.event}. */
final class JdbcEventReader implements EventReader {

    private static final String PAGE =
            "SELECT "
                    + Statements.SCHEMA.domainEventFields()
                    + " FROM ledger.event WHERE aggregate_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?";

    /** By the index on the request, whatever else the planner thinks of. */
    static final String OF_REQUEST =
            "WITH written AS MATERIALIZED (SELECT "
                    + Statements.SCHEMA.domainEventFields()
                    + " FROM ledger.event WHERE metadata::jsonb ->> '"
                    + Provenance.IDEMPOTENCY_KEY_HASH
                    + "' = ?) SELECT * FROM written WHERE aggregate_id = ? ORDER BY sequence";

    private final JdbcClient database;
    private final Serializer serializer;
    private final EventUpcaster upcasters;
    private final Sealer sealer;

    JdbcEventReader(
            JdbcClient database, Serializer serializer, EventUpcaster upcasters, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
        this.serializer = serializer;
        this.upcasters = upcasters;
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
        List<DomainEventData<String>> page =
                database.sql(sql).params(parameters).query((row, number) -> stored(row)).list();
        sealer.prepareToOpen(
                page.stream()
                        .flatMap(
                                event -> LedgerJson.subjects(event.getPayload().getData()).stream())
                        .collect(Collectors.toSet()));
        return page.stream().flatMap(this::asReadToday).toList();
    }

    private static DomainEventData<String> stored(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_id"),
                Instant.ofEpochMilli(row.getLong("recorded_at")),
                row.getString("name"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }

    private Stream<StoredEvent> asReadToday(DomainEventData<String> stored) {
        SerializedType asWritten = stored.getPayload().getType();
        return upcasters
                .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
                .map(
                        event ->
                                new StoredEvent(
                                        stored.getSequenceNumber(),
                                        stored.getEventIdentifier(),
                                        asWritten.getName(),
                                        asWritten.getRevision(),
                                        stored.getTimestamp(),
                                        strings(event.getMetaData().getObject()),
                                        serializer.deserialize(event.getData())));
    }

    private static Map<String, String> strings(MetaData metadata) {
        Map<String, String> strings = new LinkedHashMap<>();
        metadata.forEach((key, value) -> strings.put(key, (String) value));
        return strings;
    }

    @Override
    public Optional<Instant> latestRecordedAt() {
        return database.sql("SELECT max(recorded_at) FROM ledger.event")
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }
}
