package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * A demonstration of its own, in which slots offer themselves: what the ledger does by itself for
 * whoever waits, on the real database. It begins on 2 November 2020.
 */
@SpringBootTest(
        classes = EngagementLedger.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"ledger.play=false", "ledger.programme.until=2020-11-01"})
@ActiveProfiles("demo")
@DirtiesContext
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WaitingListTest {

    private static final Path HOME = OverHttp.temporaryHome();
    private static final int ATTEMPTS = 300;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static int cases;

    @LocalServerPort private int port;
    @Autowired private JdbcClient database;

    private Login defence;
    private Login otherDefence;
    private Login triage;
    private Login coordinator;
    private Login auditor;
    private Login operator;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("ledger.home", () -> HOME);
        OutOfTheWay.LIMITS.forEach((name, value) -> properties.add(name, () -> value));
    }

    @BeforeEach
    void logIn() {
        URI service = URI.create("http://127.0.0.1:" + port);
        Accounts accounts = new Accounts(HOME, service);
        Function<String, Login> login = name -> new Login(service, accounts.authorization(name));
        defence = login.apply("defence");
        otherDefence = login.apply("other-defence");
        triage = login.apply("triage");
        coordinator = login.apply("coordinator");
        auditor = login.apply("auditor");
        operator = login.apply("operator");
    }

    private Instant now() {
        return Instant.parse(
                defence.get("/api/demo/clock").isOk(200).json().path("now").asString());
    }

    private void timePasses(Duration time) {
        moveClockTo(now().plus(time));
    }

    private void moveClockTo(Instant time) {
        operator.put("/api/demo/clock", "{\"now\":\"%s\"}".formatted(time)).isOk(200);
    }

    /** A case that is put forward, with its hearing in so many days. */
    private String putForward(Login whose, String court, int days) {
        String id =
                whose.post(
                                "/api/engagements",
                                """
                                {"contact":{"name":"Ada Specimen","email":"ada@specimen.cjsm.net",
                                            "telephone":"020 7946 0000"},
                                 "urn":"01ZD%05d20","court":"%s","stage":"PRE_TRIAL","hearingDate":"%s",
                                 "defendants":[{"name":"Dan Madeup","offences":[{"title":"Theft"}]}],
                                 "issues":[{"category":"WITNESSES","matter":"Who is needed?"}]}
                                """
                                        .formatted(
                                                ++cases,
                                                court,
                                                now().plus(Duration.ofDays(days))
                                                        .toString()
                                                        .substring(0, 10)))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        triage.post(
                        "/api/engagements/" + id + "/triage",
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        return id;
    }

    private String waiting(Login whose, String court, int days) {
        String id = putForward(whose, court, days);
        whose.post("/api/engagements/" + id + "/waiting", "{}").isOk(200);
        return id;
    }

    /** A session of one slot, in so many days. */
    private String session(String court, int days) {
        return session(court, days, 10, 1);
    }

    private String session(String court, int days, int hour, int slots) {
        Instant start =
                now().plus(Duration.ofDays(days))
                        .atZone(ZoneOffset.UTC)
                        .withHour(hour)
                        .withMinute(0)
                        .withSecond(0)
                        .withNano(0)
                        .toInstant();
        return coordinator
                .post(
                        "/api/surgeries",
                        "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}"
                                .formatted(
                                        court, start, start.plus(Duration.ofMinutes(20L * slots))))
                .isOk(201)
                .json()
                .path("id")
                .asString();
    }

    private JsonNode seen(Login reader, String engagement) {
        return reader.get("/api/engagements/%s?%s".formatted(engagement, Login.at(engagement)))
                .isOk(200)
                .json();
    }

    private static void await(Predicate<Integer> such, String what) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (such.test(attempt)) {
                return;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        throw new AssertionError("It never came to this: " + what);
    }

    private void awaitOffer(String engagement, String surgery) {
        await(
                attempt ->
                        seen(auditor, engagement)
                                .at("/waiting/offer/slot/surgery")
                                .asString("")
                                .equals(surgery),
                engagement + " is offered " + surgery);
    }

    private List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        auditor.get(path).isOk(200).json().forEach(all::add);
        return all;
    }

    @Test
    void aSlotGoesFromOneToTheNextAsItIsDeclinedOrLeftUnanswered() {
        String court = "B01CN00";
        String first = waiting(defence, court, 20);
        String second = waiting(otherDefence, court, 25);
        String third = waiting(otherDefence, court, 30);
        String surgery = session(court, 5);

        awaitOffer(first, surgery);
        assertThat(seen(defence, first).at("/waiting/position").asInt()).isEqualTo(1);
        assertThat(seen(otherDefence, second).at("/waiting/position").asInt()).isEqualTo(2);
        assertThat(seen(otherDefence, second).path("waiting").has("offer")).isFalse();
        otherDefence.get("/api/waiting-lists/" + court).isProblem(403);

        defence.post("/api/engagements/%s/offer/refusal".formatted(first), "{}").isOk(200);
        awaitOffer(second, surgery);

        moveClockTo(
                Instant.parse(seen(auditor, second).at("/waiting/offer/until").asString()));
        awaitOffer(third, surgery);
        otherDefence
                .post("/api/engagements/%s/offer/acceptance".formatted(second), "{}")
                .isRefused(409, "NOTHING_ON_OFFER");
        otherDefence.post("/api/engagements/%s/offer/acceptance".formatted(third), "{}").isOk(200);
        assertThat(seen(otherDefence, third).path("status").asString()).isEqualTo("BOOKED");

        List<JsonNode> offers = list("/api/waiting-lists/%s/offers".formatted(court));
        assertThat(offers)
                .extracting(offer -> offer.path("engagement").asString())
                .containsExactly(third, second, first);
        assertThat(offers).allMatch(offer -> offer.path("agrees").asBoolean());
        assertThat(offers.getLast().path("candidates")).hasSize(3);
        assertThat(offers.getFirst().path("candidates").get(0).path("obstacles").get(0).asString())
                .isEqualTo("OFFERED_BEFORE");
        assertThat(list("/api/waiting-lists/" + court))
                .extracting(place -> place.path("engagement").asString())
                .containsExactly(first, second);
    }

    @Test
    void whatIsFreeAlreadyIsOfferedToWhoeverJoinsAndWhatIsCancelledToWhoeverWaits() {
        String court = "B01BH00";
        String surgery = session(court, 5);
        String booked = putForward(defence, court, 20);
        defence.get("/api/demo/clock?" + Login.at(surgery)).isOk(200);
        defence.post("/api/engagements/%s/waiting".formatted(booked), "{}").isOk(200);
        awaitOffer(booked, surgery);
        defence.post("/api/engagements/%s/offer/acceptance".formatted(booked), "{}").isOk(200);

        String other = waiting(otherDefence, court, 25);
        defence.post("/api/engagements/%s/booking/cancellation".formatted(booked), "{}").isOk(200);
        awaitOffer(other, surgery);
        defence.post(
                        "/api/engagements/%s/booking".formatted(booked),
                        "{\"surgery\":\"%s\",\"start\":\"%s\"}"
                                .formatted(
                                        surgery,
                                        seen(auditor, other)
                                                .at("/waiting/offer/slot/start")
                                                .asString()))
                .isProblem(409)
                .saysNothingOf(other, "sample-llp");
    }

    @Test
    void whatIsLeftOfASessionInProgressIsOfferedToo() {
        String court = "B01BH00";
        String surgery = session(court, 2, 14, 9);
        Instant begins =
                Instant.parse(
                        auditor.get("/api/surgeries/%s?%s".formatted(surgery, Login.at(surgery)))
                                .isOk(200)
                                .json()
                                .path("start")
                                .asString());
        timePasses(Duration.between(now(), begins.plus(Duration.ofMinutes(5))));

        String waiting = waiting(defence, court, 20);

        awaitOffer(waiting, surgery);
        assertThat(Instant.parse(seen(auditor, waiting).at("/waiting/offer/slot/start").asString()))
                .as("An hour is left to answer, and for others")
                .isAfter(begins.plus(Duration.ofMinutes(65)));
        block(surgery);
        defence.post("/api/engagements/%s/waiting/end".formatted(waiting), "{}").isOk(200);
    }

    private void block(String surgery) {
        coordinator
                .post(
                        "/api/surgeries/%s/block".formatted(surgery),
                        "{\"reason\":\"No court room\"}")
                .isOk(200);
    }

    @Test
    void aCoordinatorIsWarnedOnceBeforeTheLastSurgeryThatIsOfUseAndAllOfItCanBeMadeAgain() {
        String court = "B01GU00";
        String last = session(court, 4);
        block(session(court, 6));
        String tooLate = session(court, 10);
        String idle = putForward(defence, court, 10);
        String waiting = waiting(otherDefence, court, 10);
        awaitOffer(waiting, last);
        otherDefence.post("/api/engagements/%s/offer/refusal".formatted(waiting), "{}").isOk(200);
        assertThat(warnings(idle)).isEmpty();

        timePasses(Duration.ofDays(3));

        await(attempt -> warnings(waiting).size() + warnings(idle).size() >= 2, "warnings");
        assertThat(warnings(waiting)).containsExactly(last);
        assertThat(warnings(idle)).containsExactly(last);
        await(
                attempt ->
                        list("/api/waiting-lists/" + court).stream()
                                .anyMatch(
                                        place ->
                                                place.at("/lastSurgery/surgery")
                                                        .asString("")
                                                        .equals(last)),
                "the list says so");
        await(
                attempt ->
                        auditor.get("/api/engagements/%s/correspondence".formatted(idle))
                                .isOk(200)
                                .text()
                                .contains("LAST_SURGERY"),
                "there is a notice");

        block(last);
        timePasses(Duration.ofHours(1));
        await(attempt -> warnings(waiting).size() + warnings(idle).size() >= 4, "none is left");
        timePasses(Duration.ofHours(1));
        timePasses(Duration.ofHours(1));
        assertThat(warnings(waiting)).containsExactly(last, "none");
        assertThat(warnings(idle)).containsExactly(last, "none").doesNotContain(tooLate);

        for (String projection : List.of("waitinglists", "engagements", "histories", "schedule")) {
            operator.post("/api/projections/%s/rebuild".formatted(projection), "").isOk(202);
        }
        await(
                attempt ->
                        database.sql("SELECT count(*) FROM query.rebuild WHERE before IS NOT NULL")
                                        .query(Integer.class)
                                        .single()
                                >= 4,
                "all is made again");
        assertThat(
                        database.sql("SELECT count(*) FROM query.rebuild WHERE before <> after")
                                .query(Integer.class)
                                .single())
                .as("live equals replayed")
                .isZero();
    }

    /** The surgeries of which was warned, in the order in which that was. */
    private List<String> warnings(String engagement) {
        return database.sql(
                        """
                        SELECT coalesce(payload::jsonb ->> 'surgery', 'none') FROM ledger.event
                        WHERE name = 'waitinglist.LastSurgeryNear' AND payload::jsonb ->> 'engagement' = ?
                        ORDER BY global_index
                        """)
                .param(engagement)
                .query(String.class)
                .list();
    }
}
