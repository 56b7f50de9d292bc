package org.engagementledger.ledger.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.MetaDataValue.DataCase;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.messaging.MetaData;
import org.engagementledger.ledger.names.NamedSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The mirror's side of PostgreSQL, over one connection: whoever has the turn keeps it for as long
 * as the connection lives.
 */
final class MirrorTable implements AutoCloseable {

    /** One number among the advisory locks of the ledger's database. */
    private static final long TURN = 0x6d6972726f72L;

    private static final int SECONDS_TO_ANSWER = 10;

    /** A machine that vanished is noticed within half a minute, not within hours. */
    private static final String NOTICE_A_LOST_PEER =
            "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private static final String COPY =
            """
            INSERT INTO ledger.event
                (event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision, payload, metadata)
            SELECT event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision, payload, metadata
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                        ?::text[]) WITH ORDINALITY
                AS copied (event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision, payload,
                           metadata, number)
            ORDER BY number
            ON CONFLICT (event_id) DO NOTHING
            """;

    private static final String ADVANCE =
            "UPDATE working.mirror SET token = ?, event_id = ? WHERE token = ?";

    private final Connection connection;
    private final NamedSerializer serializer;

    MirrorTable(Connection connection, NamedSerializer serializer) {
        this.connection = connection;
        this.serializer = serializer;
    }

    /**
     * How far it has come.
     *
     * @param token Axon Server's position of the last event that was mirrored; -1 before the first
     * @param eventId that event's id, or that of the first event that there is although none was
     *     mirrored yet; null if there is none
     */
    record Position(long token, @Nullable String eventId) {}

    /** Takes the turn, if nobody else has it. */
    boolean takeTurn() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(NOTICE_A_LOST_PEER);
            try (ResultSet row = sql.executeQuery("SELECT pg_try_advisory_lock(" + TURN + ")")) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The turn is lost with the connection. */
    void mustHaveTurn() throws SQLException {
        if (!connection.isValid(SECONDS_TO_ANSWER)) {
            throw new SQLException("The mirror lost its connection to PostgreSQL");
        }
    }

    /** Gives the turn back, so that the connection can be used for something else. */
    @Override
    public void close() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("SELECT pg_advisory_unlock(" + TURN + ")");
        }
    }

    Position position() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                """
                                SELECT token, coalesce(event_id,
                                    (SELECT event_id FROM ledger.event ORDER BY global_index LIMIT 1))
                                FROM working.mirror
                                """)) {
            if (!row.next()) {
                throw new IllegalStateException(
                        "working.mirror was emptied under a running mirror");
            }
            return new Position(row.getLong(1), row.getString(2));
        }
    }

    /**
     * Copies these events, passes over those that are there already, and remembers the last: all or
     * nothing.
     */
    void copy(List<EventWithToken> batch, long after) throws SQLException {
        connection.setAutoCommit(false);
        try {
            insert(batch.stream().map(EventWithToken::getEvent).toList());
            advance(batch.getLast(), after);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void insert(List<Event> events) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(COPY)) {
            text(sql, 1, events, Event::getMessageIdentifier);
            text(sql, 2, events, event -> isOfAggregate(event) ? event.getAggregateType() : null);
            text(
                    sql,
                    3,
                    events,
                    event ->
                            isOfAggregate(event)
                                    ? event.getAggregateIdentifier()
                                    : event.getMessageIdentifier());
            number(sql, 4, events, Event::getAggregateSequenceNumber);
            number(sql, 5, events, Event::getTimestamp);
            text(sql, 6, events, event -> event.getPayload().getType());
            text(sql, 7, events, event -> event.getPayload().getRevision());
            text(sql, 8, events, event -> exactText(event.getPayload().getData()));
            text(sql, 9, events, this::metadata);
            sql.executeUpdate();
        }
    }

    private void text(
            PreparedStatement sql,
            int parameter,
            List<Event> events,
            Function<Event, @Nullable String> value)
            throws SQLException {
        sql.setArray(
                parameter, connection.createArrayOf("text", events.stream().map(value).toArray()));
    }

    private void number(
            PreparedStatement sql, int parameter, List<Event> events, Function<Event, Long> value)
            throws SQLException {
        sql.setArray(
                parameter,
                connection.createArrayOf("bigint", events.stream().map(value).toArray()));
    }

    private static boolean isOfAggregate(Event event) {
        return !event.getAggregateType().isEmpty();
    }

    /** The text that has exactly these bytes. */
    private static String exactText(ByteString bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("A payload in Axon Server isn't UTF-8", e);
        }
    }

    /** As the ledger itself would have written it. */
    private String metadata(Event event) {
        Map<String, String> metadata = new TreeMap<>();
        event.getMetaDataMap().forEach((key, value) -> metadata.put(key, text(event, key, value)));
        return serializer.serialize(MetaData.from(metadata), String.class).getData();
    }

    private static String text(Event event, String key, MetaDataValue value) {
        if (value.getDataCase() != DataCase.TEXT_VALUE) {
            throw new IllegalStateException(
                    "Metadata holds strings only, and %s of the event %s isn't one"
                            .formatted(key, event.getMessageIdentifier()));
        }
        return value.getTextValue();
    }

    private void advance(EventWithToken last, long after) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ADVANCE)) {
            sql.setLong(1, last.getToken());
            sql.setString(2, last.getEvent().getMessageIdentifier());
            sql.setLong(3, after);
            if (sql.executeUpdate() != 1) {
                throw new IllegalStateException("Somebody else mirrors at the same time");
            }
        }
    }
}
