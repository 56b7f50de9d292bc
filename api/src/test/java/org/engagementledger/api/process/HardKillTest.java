package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.engagementledger.api.process.ApiClient.Reply;
import org.engagementledger.api.process.Load.Asked;
import org.engagementledger.api.process.Tables.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed while clients write, again and again on the same home. Whatever it
 * acknowledged is there afterwards, once; whatever it didn't is there wholly or not at all.
 *
 * <p>{@code -Dkills=300} kills it more often than the default, {@code -Dkills.seed=…} at other
 * moments.
 */
class HardKillTest {

    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final long SEED = Long.getLong("kills.seed", 20201102);
    private static final int CLIENTS = 6;
    private static final int LONGEST_LOAD_MILLIS = 1_500;
    private static final int LONGEST_START_MILLIS = 6_000;

    /** What is killed, in turn. */
    private enum Victim {
        SERVICE,
        SERVICE_THEN_POSTGRES,
        POSTGRES_THEN_SERVICE
    }

    private final Random random = new Random(SEED);
    private final Cases cases = new Cases();
    private final List<Asked> asked = new ArrayList<>();

    private ServiceHome home;
    private Path log;

    /** The latest; those before it are dead. */
    private ServiceProcess service;

    @BeforeEach
    void newHome(@TempDir Path directory) {
        home = new ServiceHome(directory.resolve("home"));
        log = directory.resolve("service.log");
    }

    @AfterEach
    void leaveNothingRunning() {
        if (service != null) {
            service.close();
        }
        home.stopPostgres();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceAndNothingIsHalfWritten() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % 10 == 3) {
                killWhileStarting();
            }
            Victim victim = Victim.values()[kill % Victim.values().length];
            service = ServiceProcess.start(home, log, Map.of());
            nothingIsLostOrHalfWritten();
            killUnderLoad(victim, kill);
        }
        service = ServiceProcess.start(home, log, Map.of());
        nothingIsLostOrHalfWritten();
        assertThat(asked.stream().filter(Asked::acknowledged)).hasSizeGreaterThan(KILLS * CLIENTS);
        service.stop();
    }

    private void killUnderLoad(Victim victim, int kill) throws InterruptedException {
        Load load = Load.on(service, cases, CLIENTS, SEED + kill);
        Thread.sleep(Duration.ofMillis(random.nextInt(LONGEST_LOAD_MILLIS)));
        switch (victim) {
            case SERVICE -> service.kill();
            case SERVICE_THEN_POSTGRES -> {
                service.kill();
                home.killPostmaster();
            }
            case POSTGRES_THEN_SERVICE -> {
                home.killPostmaster();
                Thread.sleep(Duration.ofMillis(random.nextInt(100)));
                service.kill();
            }
        }
        List<Asked> round = load.all();
        if (victim != Victim.POSTGRES_THEN_SERVICE) {
            assertThat(round).as("answers while all was well").noneMatch(Asked::failed);
        }
        asked.addAll(round);
    }

    private void killWhileStarting() throws InterruptedException {
        service = ServiceProcess.launch(home, log, Map.of());
        Thread.sleep(Duration.ofMillis(random.nextInt(LONGEST_START_MILLIS)));
        service.kill();
    }

    private void nothingIsLostOrHalfWritten() {
        Events events = home.tables().events();
        events.assertWhole();
        Map<String, List<Row>> written =
                events.rows().stream()
                        .collect(
                                groupingBy(
                                        row ->
                                                row.metadata()
                                                        .path("idempotencyKeyHash")
                                                        .asString("")));
        for (Asked one : asked) {
            List<Row> rows = written.getOrDefault(hash(one.key()), List.of());
            if (one.refused()) {
                assertThat(rows).as("events of %s", one).isEmpty();
            } else if (one.acknowledged() || !rows.isEmpty()) {
                assertThat(rows.stream().map(Row::name).sorted().toList())
                        .as("events of %s", one)
                        .isEqualTo(one.kind().events());
            }
            if (one.acknowledged()) {
                assertThat(rows).anyMatch(row -> isLast(row, one.reply()));
            }
        }
        asked.stream()
                .filter(Asked::acknowledged)
                .skip(Math.max(0, asked.size() - 20))
                .findFirst()
                .ifPresent(one -> historyShows(one.reply()));
    }

    private static boolean isLast(Row row, Reply reply) {
        return row.aggregate().equals(reply.id()) && row.sequence() == reply.version();
    }

    private void historyShows(Reply reply) {
        Reply history = service.as("auditor").get(Cases.at(reply.id(), "history")).orFail();
        assertThat(
                        history.body()
                                .valueStream()
                                .map(entry -> entry.path("sequence").asLong())
                                .toList())
                .containsSequence(
                        Stream.iterate(0L, i -> i + 1).limit(reply.version() + 1).toList());
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
