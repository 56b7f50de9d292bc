package org.engagementledger.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Where PostgreSQL's SQL is better than what Axon writes for any database. */
final class Statements {

    static final EventSchema SCHEMA =
            EventSchema.builder()
                    .eventTable("ledger.event")
                    .snapshotTable("working.snapshot")
                    .globalIndexColumn("global_index")
                    .eventIdentifierColumn("event_id")
                    .typeColumn("aggregate_type")
                    .aggregateIdentifierColumn("aggregate_id")
                    .sequenceNumberColumn("sequence")
                    .timestampColumn("recorded_at")
                    .payloadTypeColumn("name")
                    .payloadRevisionColumn("revision")
                    .payloadColumn("payload")
                    .metaDataColumn("metadata")
                    .build();

    private static final String TRACKED =
            "SELECT " + SCHEMA.trackedEventFields() + " FROM ledger.event ";

    private static final String AFTER =
            TRACKED + "WHERE global_index > ? ORDER BY global_index LIMIT ?";

    private static final String AFTER_AND_GAPS =
            "("
                    + TRACKED
                    + "WHERE global_index = ANY (?)) UNION ALL ("
                    + AFTER
                    + ") ORDER BY global_index";

    private static final String AROUND_GAPS =
            """
            SELECT global_index, recorded_at FROM ledger.event
            WHERE global_index BETWEEN ? AND ? ORDER BY global_index
            """;

    private static final String BEFORE_TIME =
            "SELECT min(global_index) - 1 FROM ledger.event WHERE recorded_at >= ?";

    /**
     * A snapshot takes the place of one that isn't newer: there is never more than one of an
     * aggregate.
     */
    private static final String SNAPSHOT =
            """
            INSERT INTO working.snapshot AS kept
                (event_id, aggregate_id, sequence, aggregate_type, recorded_at, name, revision, payload, metadata)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (aggregate_id) DO UPDATE SET
                event_id = excluded.event_id, sequence = excluded.sequence,
                aggregate_type = excluded.aggregate_type, recorded_at = excluded.recorded_at,
                name = excluded.name, revision = excluded.revision,
                payload = excluded.payload, metadata = excluded.metadata
            WHERE kept.sequence <= excluded.sequence
            """;

    private Statements() {}

    /** The next events by number of rows, not by a range of positions, which may be empty. */
    static PreparedStatement after(
            Connection connection, EventSchema schema, long position, int limit)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(AFTER);
        sql.setLong(1, position);
        sql.setInt(2, limit);
        return sql;
    }

    /** The next events, and those of the gaps that have become visible meanwhile. */
    static PreparedStatement afterAndGaps(
            Connection connection, EventSchema schema, long position, int limit, List<Long> gaps)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(AFTER_AND_GAPS);
        sql.setArray(1, connection.createArrayOf("bigint", gaps.toArray()));
        sql.setLong(2, position);
        sql.setInt(3, limit);
        return sql;
    }

    /** In the order of positions, on which the cleaning relies. */
    static PreparedStatement aroundGaps(
            Connection connection, EventSchema schema, SortedSet<Long> gaps) throws SQLException {
        PreparedStatement sql = connection.prepareStatement(AROUND_GAPS);
        sql.setLong(1, gaps.first());
        sql.setLong(2, gaps.last() + 1);
        return sql;
    }

    static PreparedStatement before(Connection connection, EventSchema schema, Instant time)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(BEFORE_TIME);
        sql.setLong(1, time.toEpochMilli());
        return sql;
    }

    static PreparedStatement snapshot(
            Connection connection, DomainEventMessage<?> snapshot, Serializer serializer)
            throws SQLException {
        SerializedObject<String> payload = snapshot.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = snapshot.serializeMetaData(serializer, String.class);
        PreparedStatement sql = connection.prepareStatement(SNAPSHOT);
        sql.setString(1, snapshot.getIdentifier());
        sql.setString(2, snapshot.getAggregateIdentifier());
        sql.setLong(3, snapshot.getSequenceNumber());
        sql.setString(4, snapshot.getType());
        sql.setLong(5, snapshot.getTimestamp().toEpochMilli());
        sql.setString(6, payload.getType().getName());
        sql.setString(7, payload.getType().getRevision());
        sql.setString(8, payload.getData());
        sql.setString(9, metadata.getData());
        return sql;
    }
}
