package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.engagement.event.MeetingMissed;
import org.engagementledger.ledger.provenance.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventReaderTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private Ledger ledger;
    private EventReader reader;

    @BeforeEach
    void open(@TempDir Path temporary) {
        ledger = Ledger.open(database, temporary);
        reader = ledger.context().getBean(EventReader.class);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void readsAPageOfOneAggregate() {
        ledger.append(
                Ledger.withdrawn("e1", 0),
                Ledger.withdrawn("e2", 0),
                Ledger.withdrawn("e1", 1),
                Ledger.withdrawn("e1", 2));

        assertThat(reader.read("e1", 1, 10))
                .extracting(StoredEvent::sequence)
                .containsExactly(1L, 2L);
        assertThat(reader.read("none", 0, 10)).isEmpty();
        StoredEvent first = reader.read("e1", 0, 1).getFirst();
        assertThat(first)
                .isEqualTo(
                        new StoredEvent(
                                0,
                                "e1/0",
                                "engagement.Withdrawn",
                                "1",
                                Ledger.NOW,
                                Map.of("actor", "a-1", "role", "DEFENCE_PRACTITIONER"),
                                first.payload()));
        assertThat(ledger.inTheClear(first.payload()))
                .isEqualTo(ledger.inTheClear(Ledger.payload("e1")));
    }

    @Test
    void saysAsWhatItWasWrittenAndReadsItAsItIsToday() {
        database.asService()
                .sql(
                        """
                        INSERT INTO ledger.event
                            (event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision,
                            payload, metadata)
                        VALUES ('x', 'engagement', 'e1', 0, 0, 'engagement.MeetingMissed', '1',
                            '{"engagement":"e1","slot":{"surgery":"s","start":"2020-11-05T15:00:00.000Z",
                            "end":"2020-11-05T15:20:00.000Z"},"missedBy":"DEFENCE"}', '{}')
                        """)
                .update();

        List<StoredEvent> read = reader.read("e1", 0, 10);

        assertThat(read).hasSize(1).first().extracting(StoredEvent::revision).isEqualTo("1");
        assertThat(read.getFirst().payload())
                .isInstanceOfSatisfying(
                        MeetingMissed.class,
                        missed -> assertThat(missed.missedBy()).containsExactly(Party.DEFENCE));
    }

    @Test
    void readsWhatOneRequestWroteToOneAggregate() {
        Map<String, String> ours = Map.of(Provenance.IDEMPOTENCY_KEY_HASH, "ours");
        Map<String, String> others = Map.of(Provenance.IDEMPOTENCY_KEY_HASH, "others");
        ledger.append(
                Ledger.event("e1", 0, Ledger.payload("e1"), others, Ledger.NOW),
                Ledger.event("e1", 1, Ledger.payload("e1"), ours, Ledger.NOW),
                Ledger.event("e2", 0, Ledger.payload("e2"), ours, Ledger.NOW),
                Ledger.event("e1", 2, Ledger.payload("e1"), ours, Ledger.NOW),
                Ledger.withdrawn("e1", 3));

        assertThat(reader.writtenBy("ours", "e1"))
                .extracting(StoredEvent::sequence)
                .containsExactly(1L, 2L);
        assertThat(ledger.inTheClear(reader.writtenBy("ours", "e1").getFirst().payload()))
                .isEqualTo(ledger.inTheClear(Ledger.payload("e1")));
        assertThat(reader.writtenBy("ours", "e3")).isEmpty();
        assertThat(reader.writtenBy("nobody's", "e1")).isEmpty();
    }

    @Test
    void findsWhatARequestWroteByItsIndexHoweverLongTheCase() {
        database.asService()
                .sql(
                        """
                        INSERT INTO ledger.event
                            (event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision,
                            payload, metadata)
                        SELECT i::text, 'engagement', 'e1', i, 0, 'engagement.Withdrawn', '1', '{}',
                            '{"idempotencyKeyHash":"' || i || '"}'
                        FROM generate_series(0, 4999) i
                        """)
                .update();

        assertThat(
                        database.asService()
                                .sql("EXPLAIN " + JdbcEventReader.OF_REQUEST)
                                .params("4711", "e1")
                                .query(String.class)
                                .list())
                .anyMatch(line -> line.contains("event_request"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void knowsWhenAnythingWasLastWritten() {
        assertThat(reader.latestRecordedAt()).isEmpty();

        ledger.append(
                Ledger.event("e1", 0, Ledger.payload("e1"), Map.of(), Ledger.NOW.plusMillis(5)),
                Ledger.withdrawn("e2", 0));

        assertThat(reader.latestRecordedAt()).contains(Ledger.NOW.plusMillis(5));
    }
}
