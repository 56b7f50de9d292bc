package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendOnlyTest {

    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();

    @BeforeAll
    static void somethingHappened() {
        DATABASE.asService()
                .sql(
                        """
                        INSERT INTO ledger.event
                            (event_id, aggregate_id, sequence, recorded_at, name, revision, payload, metadata)
                        VALUES ('x', 'e1', 0, 0, 'engagement.Withdrawn', '1', '{}', '{}');
                        INSERT INTO ledger.identity (ledger_id, demo, created_at) VALUES (gen_random_uuid(), true, 0);
                        INSERT INTO ledger.demo_clock (moved_at, offset_ms) VALUES (0, 60000);
                        INSERT INTO ledger.access (read_at, actor, role, what, shown)
                        VALUES (0, 'auditor', 'AUDITOR', 'ENGAGEMENT', 1);
                        INSERT INTO ledger.access_engagement (access_id, engagement_id, read_at)
                        VALUES (1, 'e1', 0);
                        """)
                .update();
    }

    static Stream<String> changes() {
        return Stream.of(
                        "ledger.event",
                        "ledger.identity",
                        "ledger.demo_clock",
                        "ledger.access",
                        "ledger.access_engagement")
                .flatMap(
                        table ->
                                Stream.of(
                                        "DELETE FROM " + table,
                                        "TRUNCATE " + table + " CASCADE",
                                        "UPDATE "
                                                + table
                                                + " SET "
                                                + column(table)
                                                + " = "
                                                + column(table)));
    }

    private static String column(String table) {
        return switch (table) {
            case "ledger.event" -> "payload";
            case "ledger.identity" -> "demo";
            case "ledger.access", "ledger.access_engagement" -> "read_at";
            default -> "offset_ms";
        };
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theServiceMayNotChange(String change) {
        refused(DATABASE.asService(), change, "permission denied");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theOwnerIsRefused(String change) {
        refused(DATABASE.asOwner(), change, "the ledger is append-only");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void noReplicationRoleGetsRoundTheTriggers(String change) {
        refused(
                JdbcClient.create(DATABASE.superuser()),
                "SET LOCAL session_replication_role = replica; " + change,
                "the ledger is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE ledger.event DISABLE TRIGGER ALL",
                "ALTER TABLE ledger.event ADD COLUMN more text",
                "DROP TABLE ledger.event",
                "CREATE TABLE ledger.more (id bigint)",
                "CREATE TABLE working.more (id bigint)",
                "CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT 1'"
            })
    void theServiceMayNotChangeTheTables(String change) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> DATABASE.asService().sql(change).update());
    }

    private static void refused(JdbcClient role, String change, String why) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> role.sql(change).update())
                .havingRootCause()
                .withMessageContaining(why);
    }

    @Test
    void thereIsOneIdentity() {
        refused(
                DATABASE.asService(),
                "INSERT INTO ledger.identity (ledger_id, demo, created_at) VALUES (gen_random_uuid(), false, 0)",
                "duplicate key");
    }

    @ParameterizedTest
    @CsvSource({
        "org.engagementledger.domain.Submitted, 1, {}",
        "engagement.Submitted, , {}",
        "engagement.Submitted, 1, []",
        "engagement.Submitted, 1, not JSON"
    })
    void whatIsNoEventIsRefused(String name, String revision, String payload) {
        refused(
                DATABASE.asService(),
                """
                INSERT INTO ledger.event
                    (event_id, aggregate_id, sequence, recorded_at, name, revision, payload, metadata)
                VALUES (gen_random_uuid()::text, 'e9', 0, 0, '%s', '%s', '%s', '{}')
                """
                        .formatted(name, revision, payload),
                "check constraint");
    }

    @Test
    void whatIsWorkingMayBeRewritten() {
        assertThatNoException()
                .isThrownBy(
                        () ->
                                DATABASE.asService()
                                        .sql(
                                                """
                                                INSERT INTO working.token (processor, segment) VALUES ('p', 0);
                                                UPDATE working.token SET owner = 'me';
                                                DELETE FROM working.token;
                                                DELETE FROM working.snapshot;
                                                """)
                                        .update());
    }

    @Test
    void everyColumnIsExplained() {
        assertThat(
                        DATABASE.asOwner()
                                .sql(
                                        """
                                        SELECT a.attrelid::regclass || '.' || a.attname FROM pg_attribute a
                                        WHERE a.attrelid IN ('ledger.event'::regclass, 'ledger.identity'::regclass,
                                            'ledger.demo_clock'::regclass, 'working.snapshot'::regclass,
                                            'working.token'::regclass, 'ledger.access'::regclass,
                                            'ledger.access_engagement'::regclass, 'working.policy'::regclass,
                                            'working.scheduled_task'::regclass, 'working.parked_event'::regclass)
                                        AND a.attnum > 0 AND col_description(a.attrelid, a.attnum) IS NULL
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }
}
