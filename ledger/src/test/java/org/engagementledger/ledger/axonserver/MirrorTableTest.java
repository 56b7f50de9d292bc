package org.engagementledger.ledger.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.engagementledger.ledger.axonserver.MirrorTable.Position;
import org.engagementledger.ledger.names.LogicalNames;
import org.engagementledger.ledger.names.NamedSerializer;
import org.engagementledger.ledger.store.LedgerDatabase;
import org.engagementledger.ledger.store.Mirrored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MirrorTableTest {

    private static final NamedSerializer SERIALIZER =
            new NamedSerializer(new JsonMapper(), LogicalNames.ofTheLedger());

    /** What no JSON writer of ours would write so, and must stay so. */
    private static final String PAYLOAD = "{ \"b\":1,\t\"a\":\"é\\u0041 \uD83D\uDE00\" }";

    private final LedgerDatabase database = LedgerDatabase.fresh();

    private Connection connection;
    private MirrorTable table;

    @BeforeEach
    void begin() throws SQLException {
        Mirrored.begin(database.asService(), "default");
        connection = database.service().getConnection();
        table = new MirrorTable(connection, SERIALIZER);
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    private static EventWithToken event(long token, ByteString payload, MetaDataValue actor) {
        return EventWithToken.newBuilder()
                .setToken(token)
                .setEvent(
                        Event.newBuilder()
                                .setMessageIdentifier("event-" + token)
                                .setAggregateType("engagement")
                                .setAggregateIdentifier("e-1")
                                .setAggregateSequenceNumber(token)
                                .setTimestamp(1604588400123L + token)
                                .setPayload(
                                        SerializedObject.newBuilder()
                                                .setType("engagement.Withdrawn")
                                                .setRevision("1")
                                                .setData(payload))
                                .putMetaData("role", text("TRIAGE_OFFICER"))
                                .putMetaData("actor", actor))
                .build();
    }

    private static EventWithToken event(long token) {
        return event(token, ByteString.copyFromUtf8(PAYLOAD), text("a-1"));
    }

    private static MetaDataValue text(String value) {
        return MetaDataValue.newBuilder().setTextValue(value).build();
    }

    private List<String> ids() {
        return database.asService()
                .sql("SELECT event_id FROM ledger.event ORDER BY global_index")
                .query(String.class)
                .list();
    }

    @Test
    void anEventIsCopiedByteForByte() throws SQLException {
        table.copy(List.of(event(0)), -1);

        var row = database.asService().sql("SELECT * FROM ledger.event").query().singleRow();
        assertThat(row)
                .containsEntry("event_id", "event-0")
                .containsEntry("aggregate_type", "engagement")
                .containsEntry("aggregate_id", "e-1")
                .containsEntry("sequence", 0L)
                .containsEntry("recorded_at", 1604588400123L)
                .containsEntry("name", "engagement.Withdrawn")
                .containsEntry("revision", "1")
                .containsEntry("payload", PAYLOAD)
                .containsEntry("metadata", "{\"actor\":\"a-1\",\"role\":\"TRIAGE_OFFICER\"}");
        assertThat(table.position()).isEqualTo(new Position(0, "event-0"));
    }

    @Test
    void oneThatHappenedToNothingInParticularStandsByItsOwnId() throws SQLException {
        EventWithToken alone =
                event(0).toBuilder()
                        .setEvent(
                                event(0).getEvent().toBuilder()
                                        .clearAggregateType()
                                        .clearAggregateIdentifier())
                        .build();

        table.copy(List.of(alone), -1);

        var row = database.asService().sql("SELECT * FROM ledger.event").query().singleRow();
        assertThat(row)
                .containsEntry("aggregate_type", null)
                .containsEntry("aggregate_id", "event-0");
    }

    @Test
    void manyAreCopiedInTheirOrder() throws SQLException {
        List<EventWithToken> events =
                IntStream.range(0, 2500).mapToObj(MirrorTableTest::event).toList();

        table.copy(events, -1);

        assertThat(ids()).isEqualTo(IntStream.range(0, 2500).mapToObj(i -> "event-" + i).toList());
    }

    @Test
    void whatIsThereAlreadyIsPassedOver() throws SQLException {
        table.copy(List.of(event(0), event(1)), -1);
        database.asOwner().sql("UPDATE working.mirror SET token = -1, event_id = NULL").update();

        assertThat(table.position()).isEqualTo(new Position(-1, "event-0"));
        table.copy(List.of(event(0), event(1), event(2)), -1);

        assertThat(ids()).containsExactly("event-0", "event-1", "event-2");
    }

    @Test
    void anotherEventInTheSamePlaceIsAnError() throws SQLException {
        table.copy(List.of(event(0)), -1);
        EventWithToken other =
                event(1).toBuilder()
                        .setEvent(event(1).getEvent().toBuilder().setAggregateSequenceNumber(0))
                        .build();

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> table.copy(List.of(other), 0));
        assertThat(table.position().token()).isZero();
        assertThat(ids()).containsExactly("event-0");
    }

    @Test
    void whatIsNoTextIsNotCopied() {
        EventWithToken broken =
                event(0, ByteString.copyFrom(new byte[] {'{', (byte) 0xC3, '}'}), text("a-1"));

        assertThatIllegalStateException().isThrownBy(() -> table.copy(List.of(broken), -1));
        assertThat(ids()).isEmpty();
    }

    @Test
    void metadataThatIsNoTextIsNotCopied() {
        EventWithToken number =
                event(
                        0,
                        ByteString.copyFromUtf8("{}"),
                        MetaDataValue.newBuilder().setNumberValue(1).build());

        assertThatIllegalStateException()
                .isThrownBy(() -> table.copy(List.of(number), -1))
                .withMessageContaining("actor of the event event-0");
    }

    @Test
    void whoeverIsBehindCopiesNothing() throws SQLException {
        table.copy(List.of(event(0)), -1);

        assertThatIllegalStateException().isThrownBy(() -> table.copy(List.of(event(1)), -1));
        assertThat(ids()).containsExactly("event-0");
    }

    @Test
    void theTurnIsOneConnectionsUntilItEnds() throws SQLException {
        assertThat(table.takeTurn()).isTrue();
        try (Connection another = database.service().getConnection();
                MirrorTable other = new MirrorTable(another, SERIALIZER)) {
            assertThat(other.takeTurn()).isFalse();
            table.close();
            assertThat(other.takeTurn()).isTrue();
        }
    }
}
