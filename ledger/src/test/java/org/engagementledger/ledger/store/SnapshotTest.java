package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.engagementledger.ledger.names.LogicalName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    private static final LogicalName FIRST = new LogicalName("engagement.Snapshot", 1, State.class);
    private static final LogicalName SECOND =
            new LogicalName("engagement.Snapshot", 2, State.class);

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @TempDir private Path temporary;

    record State(String phase, int events) {}

    @Test
    void theLatestIsKeptAndNoOther() {
        try (Ledger ledger = Ledger.open(database, temporary, FIRST)) {
            assertThat(ledger.engine().readSnapshot("e1")).isEmpty();

            ledger.engine().storeSnapshot(snapshot(3, "triaged"));
            assertThat(read(ledger)).contains(new State("triaged", 3));
            ledger.engine().storeSnapshot(snapshot(7, "met"));
            assertThat(read(ledger)).contains(new State("met", 7));
            ledger.engine().storeSnapshot(snapshot(7, "met again"));
            assertThat(read(ledger)).contains(new State("met again", 7));
            ledger.engine().storeSnapshot(snapshot(5, "late"));
            assertThat(read(ledger)).contains(new State("met again", 7));

            assertThat(rows("SELECT count(*) FROM working.snapshot")).isEqualTo("1");
            assertThat(rows("SELECT name || ' ' || revision FROM working.snapshot"))
                    .isEqualTo("engagement.Snapshot 1");
            assertThat(rows("SELECT snapshot::text FROM working.snapshot"))
                    .doesNotContain("org.engagementledger", "axonframework");
        }
    }

    @Test
    void oneOfAnotherRevisionIsIgnoredAndReplaced() {
        try (Ledger earlier = Ledger.open(database, temporary, FIRST)) {
            earlier.engine().storeSnapshot(snapshot(3, "triaged"));
        }
        try (Ledger later = Ledger.open(database, temporary, SECOND)) {
            assertThat(later.engine().readSnapshot("e1")).isEmpty();

            later.engine().storeSnapshot(snapshot(3, "triaged"));
            assertThat(read(later)).contains(new State("triaged", 3));
        }
        try (Ledger earlier = Ledger.open(database, temporary, FIRST)) {
            assertThat(earlier.engine().readSnapshot("e1")).isEmpty();
        }
        try (Ledger without = Ledger.open(database, temporary)) {
            assertThat(without.engine().readSnapshot("e1")).isEmpty();
        }
    }

    private static DomainEventMessage<State> snapshot(int sequence, String phase) {
        return Ledger.event("e1", sequence, new State(phase, sequence));
    }

    private static Optional<Object> read(Ledger ledger) {
        return ledger.engine().readSnapshot("e1").map(Message::getPayload);
    }

    private String rows(String sql) {
        return database.asService().sql(sql).query(String.class).single();
    }
}
