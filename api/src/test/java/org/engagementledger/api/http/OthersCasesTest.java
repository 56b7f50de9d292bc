package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever may not see a case is told exactly what they are told of one that isn't there, whatever
 * they ask and however they ask it.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OthersCasesTest extends OverHttp {

    private static final String NOTHING = "0a0a0a0a-0000-8000-8000-000000000000";

    /** Every command, as it would be carried out if it were theirs. */
    private static final Map<String, String> COMMANDS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(
                                    "/details",
                                    "{\"notes\":[{\"visibility\":\"SHARED\",\"text\":\"More\"}]}"),
                            Map.entry(
                                    "/information-requests",
                                    "{\"of\":\"DEFENCE\",\"what\":\"The address\"}"),
                            Map.entry(
                                    "/triage",
                                    "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}"),
                            Map.entry("/resolution", "{\"settled\":[{\"issue\":\"I1\"}]}"),
                            Map.entry(
                                    "/booking",
                                    "{\"surgery\":\"B01CN00-2020-11-05T1500\",\"start\":\"2020-11-05T15:00:00Z\"}"),
                            Map.entry("/booking/cancellation", "{}"),
                            Map.entry(
                                    "/meeting",
                                    "{\"attendees\":[],\"outcomes\":[{\"issue\":\"I1\",\"result\":\"AGREED\"}]}"),
                            Map.entry("/meeting/missed", "{\"missedBy\":[\"DEFENCE\"]}"),
                            Map.entry(
                                    "/pleas",
                                    "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}"),
                            Map.entry(
                                    "/pleas/indications",
                                    "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}"),
                            Map.entry("/pleas/P1/withdrawal", "{}"),
                            Map.entry(
                                    "/pleas/P1/rejection",
                                    "{\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}"),
                            Map.entry(
                                    "/pleas/P1/agreement",
                                    "{\"victimsViews\":{\"consideration\":\"CONSIDERED\"}}"),
                            Map.entry("/hearing", "{\"newDate\":\"2021-03-01\"}"),
                            Map.entry(
                                    "/representation",
                                    "{\"firm\":\"sample-llp\",\"contact\":{\"name\":\"Bo Pattern\",\"email\":\"bo@pattern.cjsm.net\"}}"),
                            Map.entry("/withdrawal", "{\"reason\":\"NO_LONGER_NEEDED\"}"),
                            Map.entry("/outcome", "{\"result\":\"CRACKED\",\"code\":\"A\"}"),
                            Map.entry(
                                    "/corrections",
                                    "{\"sequence\":0,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}")));

    private CaseFile file;

    @BeforeEach
    void aCaseThatIsBookedAndHasAnOffer() {
        file = newCase().booked();
        defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}")
                .isOk(200);
        auditor.get("/api/engagements?limit=1&" + Login.at(file.id())).isOk(200);
    }

    /** The same is asked about the case and about nothing; returns what is answered. */
    private Reply same(String what, Function<String, Reply> asked) {
        Reply theirs = asked.apply(file.id());
        Reply nothings = asked.apply(NOTHING);
        assertThat(theirs.status()).as(what).isEqualTo(nothings.status());
        assertThat(theirs.text().replace(file.id(), "ID"))
                .as(what)
                .isEqualTo(nothings.text().replace(NOTHING, "ID"));
        assertThat(headers(theirs)).as(what).isEqualTo(headers(nothings));
        return theirs;
    }

    private static Map<String, List<String>> headers(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.remove("date");
        headers.remove("content-length");
        // Which of its connections the server closes is nothing to do with what is asked.
        headers.remove("connection");
        return headers;
    }

    private static Reply send(Login login, String id, String step, String body, String... headers) {
        HttpRequest.Builder request =
                login.request("/api/engagements/" + id + step)
                        .header("Content-Type", "application/json")
                        .method(
                                step.startsWith("/details") ? "PATCH" : "POST",
                                BodyPublishers.ofString(body));
        return Login.send(headers.length == 0 ? request : request.headers(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other-defence", "hmcts", "police", "strategy", "protection", "operator"})
    void aCommandTellsNothing(String name) {
        Login login = login(name);
        COMMANDS.forEach(
                (step, body) -> {
                    String what = name + " " + step;
                    Reply plain = same(what, id -> send(login, id, step, body, "If-Match", "*"));
                    assertThat(plain.status()).as(what).isIn(403, 404);
                    plain.saysNothingOf(file.urn(), "example-and-co");
                    same(what, id -> send(login, id, step, body));
                    same(what, id -> send(login, id, step, body, "If-Match", "\"3\""));
                    same(what, id -> send(login, id, step, body, "If-Match", "\"99\""));
                    same(what, id -> send(login, id, step + "?dryRun=true", body));
                    same(
                            what,
                            id ->
                                    send(
                                            login,
                                            id,
                                            step + "?dryRun=true",
                                            body,
                                            "If-Match",
                                            "\"3\""));
                    same(what, id -> send(login, id, step, "{\"nonsense\":1}"));
                    same(what, id -> send(login, id, step, "[]"));
                    same(what, id -> send(login, id, step, "{"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-defence", "hmcts", "operator"})
    void norDoesAKeyThatIsUsedAgain(String name) {
        Login login = login(name);
        COMMANDS.forEach(
                (step, body) -> {
                    String key = UUID.randomUUID().toString();
                    String other = body.equals("{}") ? "{\"note\":null}" : body.replace("1", "2");
                    for (String each : List.of(body, body, other, body)) {
                        same(
                                name + " " + step,
                                id ->
                                        send(
                                                login,
                                                id,
                                                step,
                                                each,
                                                "If-Match",
                                                "*",
                                                "Idempotency-Key",
                                                key));
                    }
                });
    }

    /** A key is one actor's: under another's nothing is found, and nothing is refused. */
    @Test
    void norDoesAnothersKey() {
        String key = UUID.randomUUID().toString();
        String note = "{\"note\":{\"visibility\":\"SHARED\",\"text\":\"Later\"}}";
        send(defence, file.id(), "/booking/cancellation", note, "Idempotency-Key", key).isOk(200);
        same(
                "another's key",
                id ->
                        send(
                                otherDefence,
                                id,
                                "/booking/cancellation",
                                "{}",
                                "Idempotency-Key",
                                key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other-defence", "hmcts", "police", "strategy", "protection", "operator"})
    void aReadTellsNothing(String name) {
        Login login = login(name);
        for (String read :
                List.of(
                        "",
                        "/history",
                        "/history?event=Submitted&order=NEWEST&limit=1",
                        "/history?from=2",
                        "/history?limit=0",
                        "/accesses",
                        "/accesses?limit=1",
                        "?at=x")) {
            String what = name + " " + read;
            same(what, id -> login.get("/api/engagements/" + id + read))
                    .saysNothingOf(file.urn(), "example-and-co");
            same(
                    what,
                    id ->
                            Login.send(
                                    login.request("/api/engagements/" + id + read)
                                            .header("If-None-Match", "\"3\"")));
            same(
                    what,
                    id ->
                            Login.send(
                                    login.request("/api/engagements/" + id + read)
                                            .method("HEAD", BodyPublishers.noBody())));
        }
    }

    /** The same words at the same time; what is one's own is there at once. */
    @Test
    void aReadThatWaitsForAnothersCaseWaitsAsForNothing() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> readers = new ArrayList<>();
            for (String name : List.of("other-defence", "hmcts", "police")) {
                Login login = login(name);
                readers.add(threads.submit(() -> waitsForAnothersCaseAsForNothing(name, login)));
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    private void waitsForAnothersCaseAsForNothing(String name, Login login) {
        for (String read : List.of("/api/schedule?day=2020-11-05&", "/api/demo/clock?")) {
            for (String seconds : List.of("0", "1")) {
                Duration[] took = new Duration[2];
                Reply reply =
                        same(
                                name + " " + read,
                                id -> {
                                    long begun = System.nanoTime();
                                    Reply waited = waits(login, read + "at=" + id + "@1", seconds);
                                    took[id.equals(NOTHING) ? 1 : 0] =
                                            Duration.ofNanos(System.nanoTime() - begun);
                                    return waited;
                                });
                reply.isProblem(503);
                assertThat(took[0])
                        .as("%s %s", name, read)
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(seconds.charAt(0) - '0'));
                assertThat(took[0].minus(took[1]).abs())
                        .as("%s %s", name, read)
                        .isLessThan(Duration.ofMillis(700));
            }
        }
    }

    private static Reply waits(Login login, String path, String seconds) {
        return Login.send(login.request(path).header("Prefer", "wait=" + seconds));
    }

    @Test
    void aCaseThatWasTransferredIsWaitedForByWhoeverHasItNow() {
        String schedule = "/api/schedule?day=2020-11-05&at=" + file.id() + "@";
        waits(defence, schedule + 3, "0").isOk(200);
        coordinator
                .post(
                        file.path("/representation"),
                        """
                        {"firm":"sample-llp","contact":{"name":"Bo Pattern",
                         "email":"bo@pattern.cjsm.net","telephone":"020 7946 0001"}}
                        """)
                .isOk(200);
        waits(otherDefence, schedule + 4, "5").isOk(200);
        waits(otherDefence, schedule + 0, "0").isOk(200);
        waits(defence, schedule + 3, "0").isProblem(503);
        waits(defence, schedule + 4, "0").isProblem(503);
    }

    /** Who waits for what doesn't come takes no more places than one account's. */
    @Test
    void oneAccountWaitsSoOftenAtATimeAndNoMore() throws Exception {
        String path = "/api/schedule?day=2020-11-05&at=" + NOTHING + "@0";
        Login police = login("police");
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Reply>> waiting = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                waiting.add(threads.submit(() -> waits(police, path, "3")));
            }
            Thread.sleep(1_000);
            Reply refused = waits(police, path, "0").isProblem(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            waits(login("hmcts"), path, "0").isProblem(503);
            police.get("/api/schedule?day=2020-11-05&" + Login.at(file.surgery())).isOk(200);
            List<Integer> statuses = new ArrayList<>();
            for (Future<Reply> one : waiting) {
                statuses.add(one.get().status());
            }
            assertThat(statuses).filteredOn(status -> status == 503).hasSize(5);
            assertThat(statuses).filteredOn(status -> status == 429).hasSize(3);
        }
        waits(police, path, "0").isProblem(503);
    }

    @Test
    void whoMayNotScheduleIsNotToldWhichSessionsThereAre() {
        String there = file.session(CaseFile.COURT, Duration.ofHours(1));
        String nowhere =
                "{\"court\":\"B99ZZ99\",\"start\":\"2019-01-01T10:00:00Z\",\"end\":\"%s\"}"
                        .formatted(file.slot());
        coordinator.post("/api/surgeries", there).isRefused(409, "SURGERY_EXISTS");
        for (String name : List.of("defence", "hmcts", "police", "strategy", "operator")) {
            for (String query : List.of("", "?dryRun=true")) {
                Reply known = login(name).post("/api/surgeries" + query, there);
                Reply unknown = login(name).post("/api/surgeries" + query, nowhere);
                known.isRefused(403, "NOT_PERMITTED");
                assertThat(known.text()).isEqualTo(unknown.text());
            }
        }
    }
}
