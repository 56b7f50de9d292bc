package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.BeanWrapperImpl;

class LostRaceTest {

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
    void aTakenSequenceNumberIsALostRace() {
        ledger.append(Ledger.withdrawn("e1", 0), Ledger.withdrawn("e1", 1));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> ledger.append(Ledger.another("e1", 1)))
                .withMessage("engagement e1 already has an event 1");
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> ledger.append(Ledger.another("e1", 0)))
                .withMessage("engagement e1 already exists");
    }

    @Test
    void theEventThatLostIsBlamedAndNothingIsWritten() {
        ledger.append(Ledger.withdrawn("e1", 0), Ledger.withdrawn("e1", 1));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> ledger.append(Ledger.withdrawn("e2", 0), Ledger.another("e1", 1)))
                .withMessage("engagement e1 already has an event 1");
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> ledger.append(Ledger.withdrawn("e1", 2), Ledger.another("e1", 0)))
                .withMessage("engagement e1 already exists");
        assertThat(one("SELECT count(*) FROM ledger.event")).isEqualTo("2");
    }

    @Test
    void aDriverThatKeepsTheKeyToItselfMakesNoRaceAFailedCreation() {
        new BeanWrapperImpl(database.service()).setPropertyValue("logServerErrorDetail", false);
        ledger.append(Ledger.withdrawn("e1", 0), Ledger.withdrawn("e1", 1));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> ledger.append(Ledger.withdrawn("e2", 0), Ledger.another("e1", 1)))
                .withMessage("engagement e1 already has an event 1");
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> ledger.append(Ledger.another("e1", 0)));
    }

    @Test
    void twoThatCrossAreALostRaceToo() throws SQLException {
        try (Connection other = database.service().getConnection();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute(insert("e2"));
            CompletableFuture<Void> append =
                    CompletableFuture.runAsync(
                            () ->
                                    ledger.append(
                                            Ledger.withdrawn("e1", 0), Ledger.withdrawn("e2", 0)));
            awaitBlocked();
            sql.execute(insert("e1"));
            other.commit();

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(append::join)
                    .withCauseInstanceOf(ConcurrencyException.class);
        }
    }

    private void awaitBlocked() {
        while (one("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                .equals("0")) {
            Thread.onSpinWait();
        }
    }

    private static String insert(String aggregate) {
        return """
               INSERT INTO ledger.event
                   (event_id, aggregate_id, sequence, recorded_at, name, revision, payload, metadata)
               VALUES (gen_random_uuid()::text, '%s', 0, 0, 'engagement.Withdrawn', '1', '{}', '{}')
               """
                .formatted(aggregate);
    }

    private String one(String sql) {
        return database.asService().sql(sql).query(String.class).single();
    }
}
