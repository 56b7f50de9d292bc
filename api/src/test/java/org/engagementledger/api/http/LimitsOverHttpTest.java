package org.engagementledger.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.HandMovedTime;
import org.engagementledger.api.security.development.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** A demonstration of its own, whose limits are soon met, and whose time passes when it is told. */
@SpringBootTest(
        classes = EngagementLedger.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ledger.limits.burst=5",
            "ledger.limits.per-second=1",
            "ledger.limits.failures-per-minute=3"
        })
@ActiveProfiles("demo")
@DirtiesContext
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LimitsOverHttpTest {

    private static final int BURST = 5;
    private static final Path HOME = OverHttp.temporaryHome();

    @TestBean private TimeMeter limitsTime;

    @LocalServerPort private int port;

    private Accounts accounts;
    private Login defence;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("ledger.home", () -> HOME);
    }

    static TimeMeter limitsTime() {
        return new HandMovedTime();
    }

    private void passes(Duration time) {
        ((HandMovedTime) limitsTime).passes(time);
    }

    @BeforeEach
    void everythingIsForgiven() {
        passes(Duration.ofHours(1));
        accounts = new Accounts(HOME, service());
        defence = login("defence");
    }

    private URI service() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Login login(String name) {
        return new Login(service(), accounts.authorization(name));
    }

    private Login guess() {
        return new Login(service(), "Bearer guess");
    }

    private Reply clock(Login login) {
        return login.get("/api/demo/clock");
    }

    private void useUp(Login login) {
        for (int i = 0; i < BURST; i++) {
            clock(login).isOk(200);
        }
    }

    private void failTooOften() {
        for (int i = 0; i < 3; i++) {
            clock(guess()).isProblem(401);
        }
    }

    private static void isTooMany(Reply reply, String seconds) {
        reply.isProblem(429);
        assertThat(reply.header("Retry-After")).isEqualTo(seconds);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.json().path("type").asString())
                .isEqualTo("urn:engagement-ledger:problem:too-many-requests");
    }

    @Test
    void anAccountThatAsksTooOftenIsToldWhenToComeBack() {
        useUp(defence);

        isTooMany(clock(defence), "1");
        passes(Duration.ofSeconds(1));
        clock(defence).isOk(200);
        isTooMany(clock(defence), "1");
    }

    @Test
    void otherAccountsAreNotTouched() {
        useUp(defence);

        clock(login("triage")).isOk(200);
    }

    @Test
    void whatIsRefusedIsNotCarriedOut() {
        String surgery =
                """
                {"court":"B01CN00","start":"2031-06-05T15:00:00Z","end":"2031-06-05T16:00:00Z"}
                """;
        Login coordinator = login("coordinator");
        useUp(coordinator);

        isTooMany(coordinator.post("/api/surgeries", surgery), "1");

        passes(Duration.ofMinutes(1));
        coordinator.get("/api/surgeries/B01CN00-2031-06-05T1500").isProblem(404);
        coordinator.post("/api/surgeries", surgery).isOk(201);
    }

    @Test
    void whoAsksForTheHeadIsCountedAsWell() {
        for (int i = 0; i < BURST; i++) {
            Reply head =
                    Login.send(
                            defence.request("/api/demo/clock")
                                    .method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).isEqualTo(200);
        }

        isTooMany(clock(defence), "1");
    }

    @Test
    void aStreamCountsOnce() throws Exception {
        Login auditor = login("auditor");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream =
                    client.send(
                            auditor.request("/api/events?after=0")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            BodyHandlers.ofInputStream());
            try (InputStream events = stream.body()) {
                assertThat(stream.statusCode()).isEqualTo(200);
                assertThat(new String(events.readNBytes(500), UTF_8)).contains("data:");
                for (int i = 1; i < BURST; i++) {
                    clock(auditor).isOk(200);
                }
                isTooMany(clock(auditor), "1");
            }
            client.shutdownNow();
        }
    }

    @Test
    void anAddressThatFailsTooOftenIsHeardNoMoreWhateverItKnows() {
        failTooOften();

        isTooMany(clock(guess()), "20");
        isTooMany(clock(defence), "20");
        isTooMany(Login.send(defence.anonymous("/api/demo/clock").GET()), "20");
        isTooMany(defence.get("/actuator/env"), "20");
        passes(Duration.ofSeconds(20));
        clock(defence).isOk(200);
        clock(guess()).isProblem(401);
        isTooMany(clock(defence), "20");
    }

    @Test
    void whoeverSucceedsHasNotFailed() {
        clock(guess()).isProblem(401);
        clock(guess()).isProblem(401);
        useUp(defence);
        isTooMany(clock(defence), "1");
        passes(Duration.ofSeconds(5));
        useUp(defence);
        defence.get("/api/projections").isProblem(429);

        clock(guess()).isProblem(401);
        isTooMany(clock(guess()), "15");
    }

    @Test
    void whetherTheServiceIsUpAnybodyLearnsAtAnyTime() {
        useUp(defence);
        isTooMany(clock(defence), "1");
        failTooOften();
        isTooMany(clock(defence), "20");

        for (int i = 0; i < 10 * BURST; i++) {
            assertThat(Login.send(defence.anonymous("/actuator/health").GET()).status())
                    .isEqualTo(200);
        }
    }

    /** A password can't be guessed at the one address that is open. */
    @Test
    void whoeverSaysAtTheOpenAddressWhoTheyAreIsHeardNoMoreEither() {
        for (int i = 0; i < 3; i++) {
            guess().get("/actuator/health").isProblem(401);
        }

        isTooMany(guess().get("/actuator/health"), "20");
        isTooMany(defence.get("/actuator/health"), "20");
    }

    @Test
    void aPasswordThatIsGuessedAtForATokenCounts() {
        for (int i = 0; i < 3; i++) {
            assertThat(accounts.askForToken("defence", "guess").statusCode()).isEqualTo(401);
        }

        assertThat(accounts.askForToken("defence", accounts.password("defence")).statusCode())
                .isEqualTo(429);
        isTooMany(clock(defence), "20");
    }

    @Test
    void aPasswordThatIsGuessedAtInABrowserCounts() throws Exception {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> refused = logIn("guess");
            assertThat(refused.statusCode()).isEqualTo(302);
            assertThat(refused.headers().firstValue("Location").orElse(""))
                    .endsWith("/login?error");
        }

        isTooMany(clock(defence), "20");
    }

    @Test
    void whoeverLogsInWithABrowserHasNotFailed() throws Exception {
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> loggedIn = logIn(accounts.password("defence"));
            assertThat(loggedIn.statusCode()).isEqualTo(302);
        }

        clock(defence).isOk(200);
    }

    private HttpResponse<String> logIn(String password) throws Exception {
        try (HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            HttpRequest.Builder form = HttpRequest.newBuilder(service().resolve("/login"));
            Matcher token =
                    Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"")
                            .matcher(browser.send(form.build(), BodyHandlers.ofString()).body());
            assertThat(token.find()).isTrue();
            return browser.send(
                    form.header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "username=defence&password=%s&_csrf=%s"
                                                    .formatted(password, token.group(1))))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
