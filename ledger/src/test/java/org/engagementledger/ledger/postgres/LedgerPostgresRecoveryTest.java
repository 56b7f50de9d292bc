package org.engagementledger.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is killed, and when: the next start works, and what was acknowledged is there. */
class LedgerPostgresRecoveryTest {

    @TempDir Path home;

    @Test
    void losesNothingWhenItsServiceIsKilled() throws Exception {
        int last = 0;
        long orphan;
        try (LedgerProcess service = LedgerProcess.on(home)) {
            while (last < 500) {
                last = service.acknowledged();
            }
            assertThatIllegalStateException()
                    .isThrownBy(() -> LedgerPostgres.start(home))
                    .withMessageContaining("is in use by the living process " + service.pid());
            last = service.kill(last);
            orphan = postmaster().pid();
        }

        try (LedgerPostgres postgres = LedgerPostgres.start(home)) {
            assertThat(rows(postgres)).containsAll(IntStream.rangeClosed(1, last).boxed().toList());
            assertThat(postmaster().pid()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan).flatMap(process -> process.info().command()))
                    .isEmpty();
        }
    }

    @Test
    void losesNothingWhenTheServerItselfIsKilled() throws Exception {
        List<Integer> acknowledged = new ArrayList<>();
        LedgerPostgres killed = LedgerPostgres.start(home);
        try (killed;
                Connection owner = LedgerProcess.connect(killed.jdbcUrl(), killed.owner());
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE acknowledged (row_number int)");
            for (int row = 1; row <= 50; row++) {
                sql.execute("INSERT INTO acknowledged VALUES (" + row + ")");
                acknowledged.add(row);
            }
            postmaster().destroyForcibly();
        }
        try (LedgerPostgres postgres = LedgerPostgres.start(home)) {
            assertThat(rows(postgres)).isEqualTo(acknowledged);
        }
    }

    @Test
    void keepsDataAndPasswordsFromOneStartToTheNext() throws Exception {
        LedgerPostgres.Credentials owner;
        try (LedgerPostgres postgres = LedgerPostgres.start(home)) {
            owner = postgres.owner();
            createRow(postgres);
        }
        assertThat(Postmaster.of(home.toRealPath().resolve("postgres"))).isEmpty();
        try (LedgerPostgres postgres = LedgerPostgres.start(home)) {
            assertThat(rows(postgres)).containsExactly(1);
            assertThat(postgres.owner()).isEqualTo(owner);
        }
        Files.delete(home.resolve("secrets/postgres-service"));
        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerPostgres.start(home))
                .withMessageContaining("secrets/postgres-service");
    }

    /**
     * From the very first file, over the server that has no roles yet, to the one that has them.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "secrets",
                "postgres.new-*/PG_VERSION",
                "postgres.new-*/postmaster.opts",
                "postgres/postmaster.pid"
            })
    void startsAfterAFirstStartThatWasKilledWhenThereWas(String file) throws Exception {
        try (LedgerProcess service = LedgerProcess.on(home)) {
            while (!exists(file)) {
                Thread.sleep(1);
            }
            service.kill(0);
        }
        try (LedgerPostgres postgres = LedgerPostgres.start(home)) {
            if (!file.startsWith("postgres/")) {
                createRow(postgres);
                assertThat(rows(postgres)).containsExactly(1);
            }
            assertThat(LedgerProcess.connect(postgres.jdbcUrl(), postgres.service()).isValid(1))
                    .isTrue();
            assertThat(exists("postgres.new-*")).isFalse();
        }
    }

    @Test
    void touchesNoProcessThatHasInheritedItsServersNumber() throws Exception {
        try (LedgerPostgres postgres = LedgerPostgres.start(home)) {
            createRow(postgres);
        }
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    home.resolve("postgres/postmaster.pid"),
                    bystander.pid()
                            + "\n"
                            + home.resolve("postgres")
                            + "\n1700000000\n5432\n\n127.0.0.1\n  1234  56\n");
            try (LedgerPostgres postgres = LedgerPostgres.start(home)) {
                assertThat(rows(postgres)).containsExactly(1);
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        return Postmaster.of(home.toRealPath().resolve("postgres")).orElseThrow().process();
    }

    private boolean exists(String pattern) throws IOException {
        PathMatcher matcher =
                FileSystems.getDefault().getPathMatcher("glob:" + home + "/" + pattern);
        try (Stream<Path> entries = Files.list(home)) {
            String name = Path.of(pattern).getFileName().toString();
            return entries.flatMap(entry -> Stream.of(entry, entry.resolve(name)))
                    .anyMatch(path -> matcher.matches(path) && Files.exists(path));
        }
    }

    private static void createRow(LedgerPostgres postgres) throws SQLException {
        try (Connection owner = LedgerProcess.connect(postgres.jdbcUrl(), postgres.owner());
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE acknowledged AS SELECT 1 AS row_number");
        }
    }

    private static List<Integer> rows(LedgerPostgres postgres) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (Connection owner = LedgerProcess.connect(postgres.jdbcUrl(), postgres.owner());
                Statement sql = owner.createStatement();
                ResultSet rows =
                        sql.executeQuery(
                                "SELECT row_number FROM acknowledged ORDER BY row_number")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }
}
