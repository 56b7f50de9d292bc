package org.engagementledger.api.process;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.command.Commands;
import org.engagementledger.ledger.postgres.LedgerPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a command costs on a durable PostgreSQL, whatever the length of its case's history, and how
 * many commands there are for each row that the same server could have taken. Prints what it finds;
 * asserts nothing, since no time is the same twice.
 *
 * <p>Run by {@code -Dtest=CommandCostBenchmark -Dexcluded.test.groups=none}.
 */
@Tag("benchmark")
class CommandCostBenchmark {

    private static final int SHORT = 5;
    private static final int LONG = 5_000;
    private static final int MEASURED = 300;
    private static final int WARM_UP = 100;
    private static final int CLIENTS = 32;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final String NEVER = "1000000";

    @Test
    void costOfACommand(@TempDir Path directory) throws Exception {
        try (ConfigurableApplicationContext service = start(directory.resolve("home"))) {
            LedgerPostgres postgres = service.getBean(LedgerPostgres.class);
            try (ConfigurableApplicationContext without =
                    start(
                            directory.resolve("home"),
                            "ledger.snapshot-every=" + NEVER,
                            "ledger.master-key-file="
                                    + directory.resolve("home/secrets/master-key.json"),
                            "spring.datasource.url=" + postgres.jdbcUrl(),
                            "spring.datasource.username=" + postgres.service().user(),
                            "spring.datasource.password=" + postgres.service().password(),
                            "spring.flyway.user=" + postgres.owner().user(),
                            "spring.flyway.password=" + postgres.owner().password())) {
                compareLengths(service, without);
            }
            compareWithRows(service.getBean(Commands.class), postgres);
        }
    }

    private static ConfigurableApplicationContext start(Path home, String... more) {
        List<String> properties =
                new ArrayList<>(
                        List.of("server.port=0", "logging.level.root=WARN", "ledger.home=" + home));
        properties.addAll(List.of(more));
        return new SpringApplicationBuilder(EngagementLedger.class)
                .profiles("demo")
                .properties(properties.toArray(new String[0]))
                .run();
    }

    private static void compareLengths(
            ConfigurableApplicationContext with, ConfigurableApplicationContext without)
            throws InterruptedException {
        Commands snapshots = with.getBean(Commands.class);
        Commands none = without.getBean(Commands.class);
        LongCase.Surgery surgery = LongCase.Surgery.scheduled(snapshots, 48);
        LongCase longWith = LongCase.begun(snapshots, surgery).until(LONG);
        LongCase longWithout = LongCase.begun(snapshots, surgery).until(LONG).through(none);
        JdbcClient sql = with.getBean(JdbcClient.class);
        sql.sql("DELETE FROM working.snapshot WHERE aggregate_id = ?")
                .param(longWithout.engagement())
                .update();
        List<LongCase> shortWith = shortCases(snapshots, surgery);
        List<LongCase> shortWithout = shortCases(none, surgery);

        long[][] nanos = new long[4][WARM_UP + MEASURED];
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            nanos[0][i] = amend(shortWith.get(i));
            nanos[1][i] = amend(longWith);
            nanos[2][i] = amend(shortWithout.get(i));
            nanos[3][i] = amend(longWithout);
        }

        System.out.printf(
                "%n%-20s %,8d events %,8d events   ratio%n", "One command (ms)", SHORT, LONG);
        print("snapshots, median", 0.5, nanos[0], nanos[1]);
        print("snapshots, p95", 0.95, nanos[0], nanos[1]);
        print("none, median", 0.5, nanos[2], nanos[3]);
        print("none, p95", 0.95, nanos[2], nanos[3]);
        System.out.printf(
                "The long case's snapshot has %,d characters.%n",
                sql.sql("SELECT length(payload) FROM working.snapshot WHERE aggregate_id = ?")
                        .param(longWith.engagement())
                        .query(Integer.class)
                        .single());
    }

    /** As many as are measured, one for each time. */
    private static List<LongCase> shortCases(Commands commands, LongCase.Surgery surgery)
            throws InterruptedException {
        return AllAtOnce.run(
                WARM_UP + MEASURED, i -> LongCase.begun(commands, surgery).until(SHORT));
    }

    private static long amend(LongCase one) {
        long begin = System.nanoTime();
        one.amend();
        return System.nanoTime() - begin;
    }

    private static void print(String what, double part, long[] few, long[] many) {
        double ofFew = quantile(part, few);
        double ofMany = quantile(part, many);
        System.out.printf("%-20s %15.2f %15.2f %7.2f%n", what, ofFew, ofMany, ofMany / ofFew);
    }

    private static double quantile(double part, long[] nanos) {
        long[] measured = Arrays.copyOfRange(nanos, WARM_UP, nanos.length);
        Arrays.sort(measured);
        return measured[(int) (part * measured.length)] / 1e6;
    }

    private static void compareWithRows(Commands commands, LedgerPostgres postgres)
            throws Exception {
        LongCase.Surgery surgery = LongCase.Surgery.scheduled(commands, 48);
        List<List<LongCase>> cases =
                AllAtOnce.run(
                        CLIENTS,
                        i ->
                                Stream.generate(
                                                () ->
                                                        LongCase.begun(commands, surgery)
                                                                .until(SHORT))
                                        .limit(20)
                                        .toList());
        JdbcClient.create(owner(postgres))
                .sql("CREATE TABLE working.raw (LIKE ledger.event INCLUDING ALL)")
                .update();
        List<Double> rows = new ArrayList<>();
        List<Double> amendments = new ArrayList<>();
        List<Double> submissions = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            rows.add(perSecond(client -> rawInserts(postgres)));
            amendments.add(perSecond(client -> turn -> cases.get(client).get(turn % 20).amend()));
            submissions.add(perSecond(client -> turn -> LongCase.submitted(commands, surgery)));
        }
        System.out.printf("%n%d clients          per second   of rows%n", CLIENTS);
        print("single rows", rows, rows);
        print("amendments", amendments, rows);
        print("submissions", submissions, rows);
    }

    private static void print(String what, List<Double> some, List<Double> rows) {
        System.out.printf("%-20s %,8.0f %9.2f%n", what, median(some), median(some) / median(rows));
    }

    /** Without the first, in which everything warms up. */
    private static double median(List<Double> rounds) {
        return rounds.stream().skip(1).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }

    private static DataSource owner(LedgerPostgres postgres) {
        return new DriverManagerDataSource(
                postgres.jdbcUrl(), postgres.owner().user(), postgres.owner().password());
    }

    /** One client's work, again and again. */
    private interface Work {
        void once(int turn) throws SQLException;
    }

    /** What one client works at. */
    private interface Client {
        Work number(int client) throws SQLException;
    }

    private static double perSecond(Client clients) throws InterruptedException {
        long begin = System.nanoTime();
        List<Integer> done =
                AllAtOnce.run(
                        CLIENTS,
                        number -> {
                            try {
                                Work work = clients.number(number);
                                int turns = 0;
                                while (System.nanoTime() - begin < ROUND.toNanos()) {
                                    work.once(turns++);
                                }
                                return turns;
                            } catch (SQLException e) {
                                throw new AssertionError(e);
                            }
                        });
        long took = System.nanoTime() - begin;
        return done.stream().mapToInt(turns -> turns).sum() * 1e9 / took;
    }

    /** Rows like the ledger's, each in a transaction of its own. */
    private static Work rawInserts(LedgerPostgres postgres) throws SQLException {
        Connection connection = owner(postgres).getConnection();
        PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO working.raw (event_id, aggregate_type, aggregate_id, sequence, recorded_at,
                                                 name, revision, payload, metadata)
                        VALUES (?, 'engagement', ?, ?, ?, 'engagement.Amended', '1', ?, ?)
                        """);
        String aggregate = UUID.randomUUID().toString();
        String payload = "{\"text\":\"" + "x".repeat(600) + "\"}";
        String metadata = "{\"text\":\"" + "x".repeat(300) + "\"}";
        return turn -> {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, aggregate);
            insert.setLong(3, turn);
            insert.setLong(4, System.currentTimeMillis());
            insert.setString(5, payload);
            insert.setString(6, metadata);
            insert.executeUpdate();
        };
    }
}
