package org.engagementledger.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.engagementledger.ledger.store.Ledger;
import org.engagementledger.ledger.store.LedgerDatabase;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.ledger.store.StoredEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feed is dense whatever the store's positions are, and what has a position keeps it. */
class SequencerTest {

    @TempDir Path temporary;

    private LedgerDatabase database;
    private Ledger ledger;
    private Sequencer sequencer;
    private Feed feed;

    @BeforeEach
    void open() {
        database = LedgerDatabase.fresh();
        ledger = Ledger.open(database, temporary);
        sequencer = sequencer();
        feed = new Feed(database.asService(), ledger.context().getBean(StoredEvents.class));
    }

    private Sequencer sequencer() {
        return new Sequencer(
                database.asService(),
                new TransactionTemplate(new JdbcTransactionManager(database.service())));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<String> fed() {
        return feed.read(0, 100).stream().map(FeedEntry::event).map(StoredEvent::eventId).toList();
    }

    private long settled() {
        return database.asService()
                .sql("SELECT settled FROM working.sequencer")
                .query(Long.class)
                .single();
    }

    /** Adds an event in a transaction that the test ends. */
    private Connection begin(String eventId) throws SQLException {
        Connection connection = database.service().getConnection();
        connection.setAutoCommit(false);
        insert(connection, eventId);
        return connection;
    }

    private static void insert(Connection connection, String eventId) throws SQLException {
        try (PreparedStatement sql =
                connection.prepareStatement(
                        """
                        INSERT INTO ledger.event (event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision,
                                                  payload, metadata)
                        SELECT ?, aggregate_type, ?, 0, recorded_at, name, revision, payload, metadata
                        FROM ledger.event LIMIT 1
                        """)) {
            sql.setString(1, eventId);
            sql.setString(2, eventId);
            sql.executeUpdate();
        }
    }

    @Test
    void whatIsStoredIsNumberedOnce() {
        assertThat(sequencer.isBehind()).isFalse();
        ledger.append(Ledger.withdrawn("e1", 0), Ledger.withdrawn("e1", 1));
        assertThat(sequencer.isBehind()).isTrue();
        sequencer.number();
        sequencer.number();
        ledger.append(Ledger.withdrawn("e2", 0));
        sequencer.number();
        sequencer.number();
        assertThat(fed()).containsExactly("e1/0", "e1/1", "e2/0");
        assertThat(feed.head()).isEqualTo(3);
        assertThat(feed.read(1, 1)).extracting(FeedEntry::position).containsExactly(2L);
        sequencer.number();
        assertThat(sequencer.isBehind()).isFalse();
    }

    @Test
    void whatBecomesVisibleLateComesLate() throws SQLException {
        ledger.append(Ledger.withdrawn("e1", 0));
        sequencer.number();
        try (Connection late = begin("late")) {
            ledger.append(Ledger.withdrawn("e2", 0));
            for (int i = 0; i < 5; i++) {
                sequencer.number();
            }
            assertThat(fed()).containsExactly("e1/0", "e2/0");
            assertThat(sequencer.isBehind()).isTrue();
            late.commit();
        }
        sequencer.number();
        assertThat(fed()).containsExactly("e1/0", "e2/0", "late");
        sequencer.number();
        sequencer.number();
        assertThat(settled()).isEqualTo(3);
    }

    @Test
    void whoeverBeganLaterMayHaveTheLowerPosition() throws SQLException {
        ledger.append(Ledger.withdrawn("e1", 0));
        sequencer.number();
        sequencer.number();
        try (Connection first = database.service().getConnection()) {
            first.setAutoCommit(false);
            first.createStatement().execute("SELECT pg_current_xact_id()");
            try (Connection late = begin("late")) {
                insert(first, "first");
                first.commit();
                for (int i = 0; i < 5; i++) {
                    sequencer.number();
                }
                assertThat(fed()).containsExactly("e1/0", "first");
                late.commit();
            }
        }
        sequencer.number();
        assertThat(fed()).containsExactly("e1/0", "first", "late");
    }

    @Test
    void whatNeverComesHoldsNothingUp() throws SQLException {
        ledger.append(Ledger.withdrawn("e1", 0));
        try (Connection never = begin("never")) {
            never.rollback();
        }
        ledger.append(Ledger.withdrawn("e2", 0));
        for (int i = 0; i < 3; i++) {
            sequencer.number();
        }
        assertThat(fed()).containsExactly("e1/0", "e2/0");
        assertThat(settled()).isEqualTo(3);
        assertThat(sequencer.isBehind()).isFalse();
    }

    @Test
    void whoeverOnlyReadsHoldsNothingUp() throws SQLException {
        ledger.append(Ledger.withdrawn("e1", 0));
        try (Connection reader = database.service().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT count(*) FROM ledger.event");
            for (int i = 0; i < 3; i++) {
                sequencer.number();
            }
            assertThat(settled()).isEqualTo(1);
            reader.rollback();
        }
    }

    @Test
    void manyWriteAndSeveralNumber() throws Exception {
        int writers = 6;
        int each = 150;
        AtomicBoolean writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(writers + 2)) {
            List<Future<?>> written = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String aggregate = "e" + writer;
                written.add(
                        threads.submit(
                                () -> {
                                    for (int i = 0; i < each; i++) {
                                        ledger.append(Ledger.withdrawn(aggregate, i));
                                        if (ThreadLocalRandom.current().nextInt(5) == 0) {
                                            Thread.sleep(1);
                                        }
                                    }
                                    return null;
                                }));
            }
            List<Future<?>> numbering = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Sequencer another = sequencer();
                numbering.add(
                        threads.submit(
                                () -> {
                                    while (writing.get()) {
                                        another.number();
                                    }
                                }));
            }
            for (Future<?> future : written) {
                future.get();
            }
            writing.set(false);
            for (Future<?> future : numbering) {
                future.get();
            }
        }
        sequencer.number();
        List<FeedEntry> all = feed.read(0, writers * each + 1);
        assertThat(all)
                .extracting(FeedEntry::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * each).boxed().toList());
        for (int writer = 0; writer < writers; writer++) {
            String aggregate = "e" + writer;
            assertThat(all.stream().filter(entry -> entry.aggregateId().equals(aggregate)))
                    .extracting(entry -> entry.event().sequence())
                    .containsExactlyElementsOf(LongStream.range(0, each).boxed().toList());
        }
    }
}
