package org.engagementledger.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;

/** Reads rows of {@code ledger.event} as events of today. */
public final class StoredEvents {

    /** The columns that a row must have. */
    public static final String COLUMNS = Statements.SCHEMA.domainEventFields();

    private final Serializer serializer;
    private final EventUpcaster upcasters;

    StoredEvents(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * The event of this row.
     *
     * @throws SQLException if a column is missing
     * @throws org.axonframework.serialization.SerializationException if it can't be read
     */
    public StoredEvent read(ResultSet row) throws SQLException {
        DomainEventData<String> stored =
                new GenericDomainEventEntry<>(
                        row.getString("aggregate_type"),
                        row.getString("aggregate_id"),
                        row.getLong("sequence"),
                        row.getString("event_id"),
                        Instant.ofEpochMilli(row.getLong("recorded_at")),
                        row.getString("name"),
                        row.getString("revision"),
                        row.getString("payload"),
                        row.getString("metadata"));
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
                                        serializer.deserialize(event.getData())))
                .reduce(
                        (one, another) -> {
                            throw new IllegalStateException("An event is read as one event");
                        })
                .orElseThrow();
    }

    private static Map<String, String> strings(MetaData metadata) {
        Map<String, String> strings = new LinkedHashMap<>();
        metadata.forEach((key, value) -> strings.put(key, (String) value));
        return strings;
    }
}
