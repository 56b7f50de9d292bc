package org.engagementledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.http.OverHttp;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.openapi.OnlyWithMail;
import org.engagementledger.api.security.development.Accounts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of calls made from the OpenAPI document, in the name of everybody: none breaks the
 * service, none is told what isn't for whoever asks, and nothing of it is in the logs.
 *
 * <p>{@code -Dfuzz.calls=100000} makes more of them, {@code -Dfuzz.seed=7} others.
 */
@SpringBootTest(classes = EngagementLedger.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 2020);
    private static final int CALLS = Integer.getInteger("fuzz.calls", 6_000);
    private static final int CLIENTS = 4;
    private static final int CREDENTIAL_LASTS = 5_000;
    private static final int PAUSE_MS = 50;
    private static final JsonMapper JSON = new JsonMapper();

    private static final Path HOME = OverHttp.temporaryHome();

    private final ApiDocument document = new ApiDocument();
    private final Map<String, String> credentials = new ConcurrentHashMap<>();
    private final Findings findings = new Findings();
    private final World world;
    private final Oracle oracle;
    private List<String> logged = List.of();

    @LocalServerPort private int port;

    FuzzTest(@Autowired Clock clock) {
        world = new World(clock);
        oracle = new Oracle(world.homes());
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("ledger.home", () -> HOME);
        OutOfTheWay.LIMITS.forEach((name, value) -> properties.add(name, () -> value));
    }

    @BeforeAll
    void askAll() throws Exception {
        try (Wire wire = new Wire(port)) {
            new Beginning(document, world, call -> asked(call, wire, world)).play();
        }
        long begun = System.nanoTime();
        try (LogWatch log = new LogWatch(List.copyOf(credentials.values()));
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            log.open();
            List<Future<?>> going = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                going.add(clients.submit(() -> askAsOneClient(first)));
            }
            for (Future<?> each : going) {
                each.get();
            }
            logged = log.findings();
        }
        report(System.nanoTime() - begun);
    }

    /** Every so manieth call, in order. */
    private void askAsOneClient(int first) {
        World known = new World(world);
        Calls calls = new Calls(document, known, SEED);
        try (Wire wire = new Wire(port)) {
            for (int number = first; number < CALLS; number += CLIENTS) {
                asked(calls.next(number), wire, known);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer asked(Call call, Wire wire, World known) {
        try {
            Answer answer = wire.ask(call, call.isKnown() ? credential(call) : call.credential());
            known.learn(call, answer);
            findings.add(call, answer, oracle.judge(call, answer));
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException("Nothing came for " + call, failed);
        }
    }

    /** Another every few thousand calls: it may be one that doesn't last. */
    private String credential(Call call) {
        return credentials.computeIfAbsent(
                call.login() + " " + call.number() / CREDENTIAL_LASTS,
                any -> accounts().authorization(call.login()));
    }

    private Accounts accounts() {
        return new Accounts(HOME, URI.create("http://127.0.0.1:" + port));
    }

    private void report(long nanos) {
        System.out.printf(
                "Fuzz: seed %d, %d calls in %d s, %d cases, %d unavailable%n",
                SEED,
                CALLS,
                TimeUnit.NANOSECONDS.toSeconds(nanos),
                world.homes().size(),
                oracle.unavailable());
        if (System.getProperty("fuzz.calls") != null) {
            System.out.println(findings);
        }
    }

    @Test
    void noAnswerIsWrong() {
        assertThat(findings.wrong()).as("Seed %d", SEED).isEmpty();
    }

    @Test
    void theServiceIsHardlyEverUnavailable() {
        assertThat(oracle.unavailable()).isLessThanOrEqualTo(3 + CALLS / 1_000);
    }

    @Test
    void nothingIsLoggedThatIsNoLogs() {
        assertThat(logged).isEmpty();
    }

    @Test
    void theCallsReachedTheDomain() {
        for (ApiDocument.Operation operation : document.operations()) {
            assertThat(findings.statuses(operation))
                    .as(operation.id())
                    .anyMatch(status -> status / 100 == 2 || OnlyWithMail.succeeds(operation.id()))
                    .anyMatch(status -> status / 100 == 4);
        }
    }

    @Test
    void theServiceIsUp() throws IOException {
        assertThat(ask("GET", "/actuator/health", Call.NOBODY).body()).contains("\"UP\"");
    }

    /** Whatever was written is shown as it is when it is read again from the beginning. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void liveEqualsReplayed() throws Exception {
        for (JsonNode each : projections()) {
            String name = each.path("name").asString();
            String before = settled(name, "never").path("lastRebuild").asString("");
            Answer begun = ask("POST", "/api/projections/" + name + "/rebuild", "operator");
            assertThat(begun.status()).isEqualTo(202);
            JsonNode after = settled(name, before);
            assertThat(after.path("lastRebuildSame").asBoolean()).as("%s", after).isTrue();
        }
    }

    /** How it stands when it holds all events, and was made again at another time than this. */
    private JsonNode settled(String projection, String time) throws Exception {
        while (true) {
            JsonNode now =
                    projections()
                            .valueStream()
                            .filter(it -> it.path("name").asString().equals(projection))
                            .findFirst()
                            .orElseThrow();
            assertThat(now.has("failure")).as("%s", now).isFalse();
            if (now.path("position").asLong() == now.path("head").asLong()
                    && !now.has("rebuild")
                    && !now.path("lastRebuild").asString("").equals(time)) {
                return now;
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private JsonNode projections() throws IOException {
        Answer answer = ask("GET", "/api/projections", "operator");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private Answer ask(String method, String path, String login) throws IOException {
        Draft draft = new Draft(document.operation("seeProjections"), login, "");
        draft.method = method;
        draft.path = path;
        Call call = draft.call(CALLS + CREDENTIAL_LASTS);
        try (Wire wire = new Wire(port)) {
            return wire.ask(call, call.isKnown() ? credential(call) : "");
        }
    }
}
