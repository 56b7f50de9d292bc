package org.engagementledger.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.engagementledger.ledger.store.Ledger;
import org.engagementledger.ledger.store.LedgerDatabase;
import org.engagementledger.ledger.store.StoredEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of the feed's last events is what the feed has there, or isn't told. */
class LatestTest {

    @TempDir Path temporary;

    private LedgerDatabase database;
    private Ledger ledger;
    private Feed feed;
    private int cases;

    @BeforeEach
    void open() {
        database = LedgerDatabase.fresh();
        ledger = Ledger.open(database, temporary);
        feed = new Feed(database.asService(), ledger.context().getBean(StoredEvents.class));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Writes so many events, which are numbered. */
    private void goOn(int events) {
        String name = "e" + cases++;
        ledger.append(
                LongStream.range(0, events)
                        .mapToObj(sequence -> Ledger.withdrawn(name, sequence))
                        .toArray(DomainEventMessage<?>[]::new));
        new Sequencer(
                        database.asService(),
                        new TransactionTemplate(new JdbcTransactionManager(database.service())))
                .number();
    }

    private static List<Long> positions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Long> after(Latest latest, long position, int limit) {
        return latest.after(position, limit).orElseThrow().stream()
                .map(FeedEntry::position)
                .toList();
    }

    @Test
    void fromEachPositionItHasWhatTheFeedHas() {
        goOn(7);
        Latest latest = Latest.nothing(0).goneOn(3, feed).goneOn(7, feed);
        for (int position = 0; position <= 7; position++) {
            for (int limit = 0; limit <= 8; limit++) {
                assertThat(latest.after(position, limit)).contains(feed.read(position, limit));
            }
        }
    }

    @Test
    void onlyTheLastAreKept() {
        goOn(Latest.KEPT);
        Latest full = Latest.nothing(0).goneOn(Latest.KEPT, feed);
        assertThat(after(full, 0, Integer.MAX_VALUE)).isEqualTo(positions(1, Latest.KEPT));
        goOn(2);
        Latest later = full.goneOn(Latest.KEPT + 2, feed);
        assertThat(later.entries()).hasSize(Latest.KEPT);
        assertThat(later.after(1, 5)).isEmpty();
        assertThat(after(later, 2, 2)).isEqualTo(positions(3, 4));
        assertThat(after(later, Latest.KEPT, 5))
                .isEqualTo(positions(Latest.KEPT + 1, Latest.KEPT + 2));
    }

    @Test
    void whatComesAllAtOnceIsNotRead() {
        goOn(Latest.KEPT + 1);
        Latest latest = Latest.nothing(0).goneOn(Latest.KEPT + 1, feed);
        assertThat(latest.entries()).isEmpty();
        assertThat(latest.after(Latest.KEPT, 5)).isEmpty();
        assertThat(after(latest, Latest.KEPT + 1, 5)).isEmpty();
        goOn(1);
        assertThat(after(latest.goneOn(Latest.KEPT + 2, feed), Latest.KEPT + 1, 5))
                .isEqualTo(positions(Latest.KEPT + 2, Latest.KEPT + 2));
    }

    @Test
    void whatLiesAfterTheHeadIsNotTold() {
        goOn(3);
        Latest latest = Latest.nothing(0).goneOn(2, feed);
        assertThat(after(latest, 1, 5)).isEqualTo(positions(2, 2));
        assertThat(latest.after(3, 5)).isEmpty();
    }

    @Test
    void aGapIsNotTakenForTheEnd() {
        goOn(3);
        Latest latest = Latest.nothing(0).goneOn(5, feed);
        assertThat(latest.head()).isEqualTo(5);
        assertThat(latest.entries()).isEmpty();
    }
}
