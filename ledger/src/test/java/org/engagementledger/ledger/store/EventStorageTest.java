package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.engagementledger.ledger.names.NamedSerializer;
import org.engagementledger.ledger.names.UnknownNameException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStorageTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private Ledger ledger;

    @BeforeEach
    void open(@TempDir Path temporary) {
        ledger = Ledger.open(database, temporary);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsAppendedIsReadBack() {
        ledger.append(
                Ledger.withdrawn("e1", 0), Ledger.withdrawn("e1", 1), Ledger.withdrawn("e2", 0));

        List<? extends DomainEventMessage<?>> events = ledger.events("e1");

        assertThat(events)
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(0L, 1L);
        DomainEventMessage<?> first = events.getFirst();
        assertThat(ledger.inTheClear(first.getPayload()))
                .isEqualTo(ledger.inTheClear(Ledger.payload("e1")));
        assertThat(first.getType()).isEqualTo("engagement");
        assertThat(first.getIdentifier()).isEqualTo("e1/0");
        assertThat(first.getTimestamp()).isEqualTo(Ledger.NOW);
        assertThat(first.getMetaData()).containsEntry("actor", "a-1").hasSize(2);
        assertThat(ledger.engine().lastSequenceNumberFor("e1")).contains(1L);
        assertThat(ledger.engine().lastSequenceNumberFor("none")).isEmpty();
    }

    @Test
    void aLongStreamIsReadInOrder() {
        DomainEventMessage<?>[] many = new DomainEventMessage<?>[1_200];
        for (int i = 0; i < many.length; i++) {
            many[i] = Ledger.withdrawn("e1", i);
        }
        ledger.append(many);

        assertThat(ledger.events("e1"))
                .hasSize(many.length)
                .last()
                .matches(e -> e.getSequenceNumber() == 1_199);
        assertThat(tracked(null)).hasSize(many.length);
    }

    @Test
    void theBytesAreKeptAsTheyWereWritten() {
        String spaced = "{ \"b\" : 1.10,  \"a\":\"\\u00e9\", \"a\":2 }";
        database.asService()
                .sql(
                        """
                        INSERT INTO ledger.event
                            (event_id, aggregate_id, sequence, recorded_at, name, revision, payload, metadata)
                        VALUES ('x', 'e1', 0, 0, 'engagement.Withdrawn', '1', ?, '{}')
                        """)
                .param(spaced)
                .update();

        assertThat(one("SELECT payload FROM ledger.event")).isEqualTo(spaced);
    }

    @Test
    void whatIsStoredIsNamedSealedAndFlat() {
        ledger.append(Ledger.withdrawn("e1", 0));

        assertThat(one("SELECT name || ' ' || revision FROM ledger.event"))
                .isEqualTo("engagement.Withdrawn 1");
        assertThat(one("SELECT recorded_at FROM ledger.event"))
                .isEqualTo(Long.toString(Ledger.NOW.toEpochMilli()));
        assertThat(one("SELECT metadata FROM ledger.event"))
                .isEqualTo("{\"actor\":\"a-1\",\"role\":\"DEFENCE_PRACTITIONER\"}");
        assertThat(one("SELECT payload FROM ledger.event"))
                .startsWith(
                        "{\"engagement\":\"e1\",\"why\":\"SETTLED_ELSEWHERE\",\"note\":{\"visibility\":\"SHARED\"")
                .doesNotContain("Agreed at court");
        assertThat(one("SELECT event::text FROM ledger.event"))
                .doesNotContain("org.engagementledger", "axonframework");
    }

    @Test
    void theHistoryIsReadableInSql() {
        ledger.append(Ledger.withdrawn("e1", 0));

        assertThat(one("SELECT payload ->> 'why' FROM ledger.history WHERE actor = 'a-1'"))
                .isEqualTo("SETTLED_ELSEWHERE");
        assertThat(one("SELECT recorded_in_london FROM ledger.history"))
                .isEqualTo("2020-11-05 15:00:00.123");
    }

    private static String insert(String aggregate) {
        return """
               INSERT INTO ledger.event
                   (event_id, aggregate_id, sequence, recorded_at, name, revision, payload, metadata)
               VALUES (gen_random_uuid()::text, '%s', 0, 0, 'engagement.Withdrawn', '1', '{}', '{}')
               """
                .formatted(aggregate);
    }

    @Test
    void anEventThatBecomesVisibleLateIsNotMissed() throws SQLException {
        try (Connection slow = database.service().getConnection();
                Statement sql = slow.createStatement()) {
            ledger.append(now("e1"));
            slow.setAutoCommit(false);
            sql.execute(insert("slow").replace("'{}', '{}'", "'" + stored() + "', '{}'"));
            ledger.append(now("e2"));

            List<? extends TrackedEventMessage<?>> before = tracked(null);
            assertThat(before)
                    .extracting(EventMessage::getIdentifier)
                    .containsExactly("e1/0", "e2/0");

            slow.commit();
            assertThat(tracked(before.getLast().trackingToken())).hasSize(1);
            assertThat(tracked(tracked(before.getLast().trackingToken()).getLast().trackingToken()))
                    .isEmpty();
        }
    }

    private String stored() {
        return ledger.context()
                .getBean(NamedSerializer.class)
                .serialize(Ledger.payload("slow"), String.class)
                .getData();
    }

    @Test
    void tokensPointIntoTheStream() {
        Instant later = Ledger.NOW.plusSeconds(60);
        ledger.append(
                Ledger.withdrawn("e1", 0),
                Ledger.event("e2", 0, Ledger.payload("e2"), Map.of(), later));

        assertThat(tracked(ledger.engine().createTailToken())).hasSize(2);
        assertThat(tracked(ledger.engine().createTokenAt(later)))
                .extracting(EventMessage::getIdentifier)
                .containsExactly("e2/0");
        assertThat(tracked(ledger.engine().createTokenAt(later.plusMillis(1)))).isEmpty();
        assertThat(tracked(ledger.engine().createHeadToken())).isEmpty();
    }

    @Test
    void anUnknownEventIsNotPassedOver() {
        database.asService()
                .sql(insert("e1").replace("engagement.Withdrawn", "engagement.Forgotten"))
                .update();

        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> ledger.events("e1").getFirst().getPayload());
    }

    private static DomainEventMessage<?> now(String aggregate) {
        return Ledger.event(aggregate, 0, Ledger.payload(aggregate), Map.of(), Instant.now());
    }

    private List<? extends TrackedEventMessage<?>> tracked(@Nullable TrackingToken after) {
        return ledger.engine().readEvents(after, false).toList();
    }

    private String one(String sql) {
        return database.asService().sql(sql).query(String.class).single();
    }
}
