package org.engagementledger.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server's log may not say, even when statements fail and sessions crash. */
class LedgerPostgresLogTest {

    @TempDir Path home;

    @Test
    void writesNothingOfACaseIntoItsLog() throws SQLException, InterruptedException {
        try (LedgerPostgres postgres = LedgerPostgres.start(home);
                Connection owner = LedgerProcess.connect(postgres.jdbcUrl(), postgres.owner());
                Connection dying = LedgerProcess.connect(postgres.jdbcUrl(), postgres.owner());
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE person (name text PRIMARY KEY)");
            sql.execute("INSERT INTO person VALUES ('Jane Doe')");
            for (String failing :
                    List.of(
                            "INSERT INTO person VALUES ('Jane Doe')",
                            "SELECT CAST('Jane Doe' AS uuid)",
                            "SELECT 'Jane Doe' FROM nowhere",
                            "DO $$ BEGIN RAISE WARNING 'Jane Doe'; RAISE EXCEPTION 'Jane Doe'; END $$")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> sql.execute(failing));
            }
            long backend = Long.parseLong(query(dying, "SELECT pg_backend_pid() /* Jane Doe */"));
            Thread running = Thread.startVirtualThread(() -> sleepUntilKilled(dying));
            while (!"active"
                    .equals(
                            query(
                                    owner,
                                    "SELECT state FROM pg_stat_activity WHERE pid = " + backend))) {
                Thread.onSpinWait();
            }
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            running.join();
            while (owner.isValid(1)) {
                Thread.sleep(1);
            }
            awaitRecovery(postgres);
        }
        assertThat(home.resolve("postgres.log"))
                .content()
                .contains("was terminated by signal 9")
                .doesNotContain("Jane Doe");
    }

    private static void sleepUntilKilled(Connection session) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> query(session, "SELECT pg_sleep(60) /* Jane Doe */"));
    }

    private static void awaitRecovery(LedgerPostgres crashed) throws InterruptedException {
        while (true) {
            try {
                LedgerProcess.connect(crashed.jdbcUrl(), crashed.owner()).close();
                return;
            } catch (SQLException e) {
                Thread.sleep(20);
            }
        }
    }

    private static String query(Connection connection, String select) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(select)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
