package org.engagementledger.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A service in a virtual machine of its own, for tests that kill it: it commits rows and says so,
 * until it dies.
 */
final class LedgerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    private LedgerProcess(Process process) {
        this.process = process;
        this.said = process.inputReader(UTF_8);
    }

    static LedgerProcess on(Path home) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new LedgerProcess(
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LedgerProcess.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Waits for the next row that the ledger has acknowledged. */
    int acknowledged() throws IOException {
        return Integer.parseInt(said.readLine());
    }

    long pid() {
        return process.pid();
    }

    /**
     * Kills it as nothing can be refused. @return the last row it was told to be safe, or the given
     * one
     */
    int kill(int acknowledged) throws IOException, InterruptedException {
        process.toHandle()
                .destroyForcibly(); // unlike the process's own method, leaves its output readable
        process.waitFor();
        return said.lines()
                .mapToInt(Integer::parseInt)
                .reduce(acknowledged, (earlier, later) -> later);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws SQLException {
        LedgerPostgres postgres = LedgerPostgres.start(Path.of(arguments[0]));
        try (Connection owner = connect(postgres.jdbcUrl(), postgres.owner());
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE acknowledged (row_number int PRIMARY KEY)");
            sql.execute("GRANT SELECT, INSERT ON acknowledged TO ledger_service");
        }
        try (Connection service = connect(postgres.jdbcUrl(), postgres.service());
                Statement sql = service.createStatement()) {
            for (int row = 1; ; row++) {
                sql.execute("INSERT INTO acknowledged VALUES (" + row + ")");
                System.out.println(row);
            }
        }
    }

    static Connection connect(String url, LedgerPostgres.Credentials as) throws SQLException {
        return DriverManager.getConnection(url, as.user(), as.password());
    }
}
