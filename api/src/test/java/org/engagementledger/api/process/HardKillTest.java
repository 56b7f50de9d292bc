package org.engagementledger.api.process;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
 * acknowledged is there afterwards, once; whatever it didn't is there wholly or not at all, and is
 * there once when it was asked again.
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

    /** What was found written after the latest start, by the request that its events name. */
    private final Map<String, List<Row>> written = new HashMap<>();

    private ServiceHome home;
    private Path log;

    /** The latest; those before it are dead. */
    private ServiceProcess service;

    @BeforeEach
    void newHome(@TempDir Path directory) {
        home = ServiceHome.withAccounts(directory.resolve("home"));
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
            whatHadNoAnswerIsAskedAgain();
            killUnderLoad(victim, kill);
        }
        service = ServiceProcess.start(home, log, Map.of());
        nothingIsLostOrHalfWritten();
        whatHadNoAnswerIsAskedAgain();
        nothingIsLostOrHalfWritten();
        answersAreGivenAgain();
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
        written.clear();
        written.putAll(
                events.rows().stream()
                        .collect(
                                groupingBy(
                                        row ->
                                                row.metadata()
                                                        .path("idempotencyKeyHash")
                                                        .asString(""))));
        for (Asked one : asked) {
            List<Row> rows = written.getOrDefault(one.request(), List.of());
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

    /** What was written before is answered by what was written, the rest is carried out now. */
    private void whatHadNoAnswerIsAskedAgain() {
        for (int i = 0; i < asked.size(); i++) {
            Asked one = asked.get(i);
            if (one.reply() != null && !one.failed()) {
                continue;
            }
            Asked again = one.repeatedOn(service);
            List<Row> rows = written.getOrDefault(one.request(), List.of());
            if (!rows.isEmpty()) {
                assertThat(again.reply()).as("repeated %s", one).matches(Reply::accepted);
                assertThat(rows).anyMatch(row -> isLast(row, again.reply()));
            }
            assertThat(again.failed()).isFalse();
            asked.set(i, again);
        }
    }

    /** Those of late, whoever answered first; a refusal may have been forgotten and be another. */
    private void answersAreGivenAgain() {
        List<Asked> acknowledged = asked.stream().filter(Asked::acknowledged).toList();
        for (Asked one :
                acknowledged.subList(Math.max(0, acknowledged.size() - 20), acknowledged.size())) {
            assertThat(one.repeatedOn(service).reply()).isEqualTo(one.reply());
        }
    }

    private static boolean isLast(Row row, Reply reply) {
        return row.aggregate().equals(reply.id()) && row.sequence() == reply.version();
    }

    private void historyShows(Reply reply) {
        String path = Cases.at(reply.id(), "history?" + reply.position());
        Reply history = service.as("auditor").get(path).orFail();
        assertThat(
                        history.body()
                                .valueStream()
                                .map(entry -> entry.path("sequence").asLong())
                                .toList())
                .containsSequence(
                        Stream.iterate(0L, i -> i + 1).limit(reply.version() + 1).toList());
    }
}
