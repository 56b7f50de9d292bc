package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What belongs together is written together, the events of several aggregates and the service's own
 * rows alike.
 */
class UnitOfWorkTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private Ledger ledger;
    private EmbeddedEventStore store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        ledger = Ledger.open(database, temporary);
        store = EmbeddedEventStore.builder().storageEngine(ledger.engine()).build();
    }

    @AfterEach
    void close() {
        store.shutDown();
        ledger.close();
    }

    @Test
    void twoAggregatesAreWrittenInOneTransaction() {
        UnitOfWork<?> work = begin();
        store.publish(Ledger.withdrawn("e1", 0));
        work.execute(() -> store.publish(Ledger.withdrawn("e2", 0), Ledger.withdrawn("e1", 1)));

        assertThat(stored()).isEqualTo(3);
        assertThat(count("SELECT count(DISTINCT xmin::text) FROM ledger.event")).isEqualTo(1);
    }

    @Test
    void ifOneLosesItsRaceNeitherIsWritten() {
        ledger.append(Ledger.withdrawn("e2", 0), Ledger.withdrawn("e2", 1));
        UnitOfWork<?> work = begin();

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(
                        () ->
                                work.execute(
                                        () -> {
                                            token();
                                            store.publish(
                                                    Ledger.withdrawn("e1", 0),
                                                    Ledger.another("e2", 1));
                                        }));
        assertThat(stored()).isEqualTo(2);
        assertThat(tokens()).isZero();
    }

    @Test
    void whatFailsLeavesNothing() {
        UnitOfWork<?> work = begin();

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                work.execute(
                                        () -> {
                                            token();
                                            store.publish(Ledger.withdrawn("e1", 0));
                                            throw new IllegalStateException("no");
                                        }));
        assertThat(stored()).isZero();
        assertThat(tokens()).isZero();
    }

    @Test
    void nothingIsCommittedBeforeTheTransactionIs() {
        UnitOfWork<?> work = begin();

        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                work.execute(
                                        () -> {
                                            store.publish(Ledger.withdrawn("e1", 0));
                                            TransactionSynchronizationManager
                                                    .registerSynchronization(new Vetoed());
                                        }));
        assertThat(stored()).isZero();
    }

    private static final class Vetoed implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            throw new IllegalStateException("no");
        }
    }

    private UnitOfWork<?> begin() {
        UnitOfWork<?> work =
                DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("work"));
        work.attachTransaction(ledger.context().getBean(TransactionManager.class));
        return work;
    }

    /** Any row of the service's own, in whatever transaction there is. */
    private void token() {
        ledger.context()
                .getBean(JdbcClient.class)
                .sql("INSERT INTO working.token (processor, segment) VALUES ('p', 0)")
                .update();
    }

    private long stored() {
        return count("SELECT count(*) FROM ledger.event");
    }

    private long tokens() {
        return count("SELECT count(*) FROM working.token");
    }

    private long count(String sql) {
        return database.asService().sql(sql).query(Long.class).single();
    }
}
