package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.query.projection.Projections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How the played pilot's sessions were used, held against a count of the events themselves. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UtilisationOfThePilotTest {

    private static final String PILOT = "/api/schedule/utilisation?from=2020-11-02&to=2020-11-30";

    /**
     * What was booked and what became of it, from the events alone: each booking with the next
     * thing that happened to that slot of that engagement. What was recorded in error hasn't
     * happened, and who moves, or is moved with the session to another slot, gave none back.
     */
    private static final String FROM_THE_EVENTS =
            """
            WITH happened AS (
                SELECT aggregate_id, sequence, name, recorded_at, payload::jsonb AS fact
                FROM ledger.event AS it
                WHERE NOT EXISTS (
                    SELECT FROM ledger.event AS wrong
                    WHERE wrong.aggregate_id = it.aggregate_id AND wrong.name = 'engagement.RecordedInError'
                      AND (wrong.payload::jsonb ->> 'sequence')::bigint = it.sequence)),
            step AS (
                SELECT name, recorded_at, fact ->> 'why' AS why, fact #>> '{slot,surgery}' AS surgery,
                       (fact #>> '{slot,start}')::timestamptz AS start,
                       lead(name) OVER (
                           PARTITION BY aggregate_id, fact #>> '{slot,surgery}', fact #>> '{slot,start}'
                           ORDER BY sequence) AS next,
                       CASE WHEN lead(sequence) OVER (PARTITION BY aggregate_id ORDER BY sequence) = sequence + 1
                            THEN lead(name) OVER (PARTITION BY aggregate_id ORDER BY sequence) END AS after
                FROM happened
                WHERE name IN ('engagement.SlotBooked', 'engagement.SlotReleased', 'engagement.MeetingHeld',
                               'engagement.MeetingMissed'))
            SELECT scheduled.fact ->> 'surgery' AS surgery, scheduled.fact ->> 'court' AS court,
                   (scheduled.fact ->> 'start')::timestamptz AS start,
                   (extract(epoch FROM (scheduled.fact ->> 'end')::timestamptz - (scheduled.fact ->> 'start')::timestamptz)
                       / 60 / (scheduled.fact ->> 'slotMinutes')::int)::int AS offered,
                   count(*) FILTER (
                       WHERE step.name = 'engagement.SlotBooked' AND next IS DISTINCT FROM 'engagement.SlotReleased')
                       AS booked,
                   count(*) FILTER (WHERE step.name = 'engagement.MeetingHeld') AS held,
                   count(*) FILTER (WHERE step.name = 'engagement.MeetingMissed') AS missed,
                   count(*) FILTER (
                       WHERE step.name = 'engagement.SlotReleased'
                         AND why <> 'MOVED'
                         AND (why <> 'SESSION_MOVED' OR after IS DISTINCT FROM 'engagement.SlotBooked'))
                       AS released,
                   array_agg(extract(epoch FROM step.start) * 1000 - step.recorded_at) FILTER (
                       WHERE step.name = 'engagement.SlotBooked' AND next IS DISTINCT FROM 'engagement.SlotReleased')
                       AS notices
            FROM happened AS scheduled LEFT JOIN step ON step.surgery = scheduled.fact ->> 'surgery'
            WHERE scheduled.name = 'surgery.SurgeryScheduled' AND scheduled.fact ->> 'start' < '2020-12'
            GROUP BY 1, 2, 3, 4 ORDER BY 3, 1
            """;

    @TempDir static Path directory;

    private static ConfigurableApplicationContext service;
    private static URI address;
    private static Accounts accounts;

    @BeforeAll
    static void play() throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        arguments.add("--spring.profiles.active=demo");
        arguments.add("--server.port=0");
        arguments.add("--ledger.play=true");
        arguments.add("--ledger.home=" + directory.resolve("home"));
        OutOfTheWay.LIMITS.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Accounts.giveTo(directory.resolve("home"));
        service =
                new SpringApplicationBuilder(EngagementLedger.class)
                        .run(arguments.toArray(String[]::new));
        address =
                URI.create(
                        "http://127.0.0.1:"
                                + service.getEnvironment().getProperty("local.server.port"));
        accounts = new Accounts(directory.resolve("home"), address);
        long events =
                service.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM ledger.event")
                        .query(Long.class)
                        .single();
        assertThat(service.getBean(Projections.class).await(events, Duration.ofSeconds(60)))
                .isTrue();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Login login(String name) {
        return new Login(address, accounts.authorization(name));
    }

    /** A session, or all of a court's together. */
    private record Counted(
            String court,
            long sessions,
            long offered,
            long booked,
            long held,
            long missed,
            long released,
            List<Double> notices) {

        Counted and(Counted other) {
            List<Double> all = new ArrayList<>(notices);
            all.addAll(other.notices);
            return new Counted(
                    court,
                    sessions + other.sessions,
                    offered + other.offered,
                    booked + other.booked,
                    held + other.held,
                    missed + other.missed,
                    released + other.released,
                    all);
        }

        String told() {
            return "%s %d %d %d %d %d %d %s"
                    .formatted(
                            court,
                            sessions,
                            offered,
                            booked,
                            held,
                            missed,
                            released,
                            medianHours());
        }

        private String medianHours() {
            if (notices.isEmpty()) {
                return "";
            }
            List<Double> sorted = notices.stream().sorted().toList();
            int middle = sorted.size() / 2;
            double median =
                    sorted.size() % 2 == 1
                            ? sorted.get(middle)
                            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
            return Double.toString(Math.round(median / 360_000) / 10.0);
        }
    }

    private static String told(JsonNode row) {
        return "%s %d %d %d %d %d %d %s"
                .formatted(
                        row.path("court").asString(),
                        row.path("sessions").asLong(),
                        row.path("offered").asLong(),
                        row.path("booked").asLong(),
                        row.path("held").asLong(),
                        row.path("missed").asLong(),
                        row.path("released").asLong(),
                        row.path("medianNoticeHours").asString(""));
    }

    private static Map<String, Counted> counted() {
        Map<String, Counted> counted = new LinkedHashMap<>();
        service.getBean(JdbcClient.class)
                .sql(FROM_THE_EVENTS)
                .query(
                        row -> {
                            Object[] notices =
                                    row.getArray("notices") == null
                                            ? new Object[0]
                                            : (Object[]) row.getArray("notices").getArray();
                            counted.put(
                                    row.getString("surgery"),
                                    new Counted(
                                            row.getString("court"),
                                            1,
                                            row.getLong("offered"),
                                            row.getLong("booked"),
                                            row.getLong("held"),
                                            row.getLong("missed"),
                                            row.getLong("released"),
                                            List.of(notices).stream()
                                                    .map(it -> ((Number) it).doubleValue())
                                                    .toList()));
                        });
        return counted;
    }

    @Test
    void eachSessionIsUsedAsItsEventsSay() {
        Map<String, String> told = new LinkedHashMap<>();
        login("prosecutor")
                .get(PILOT)
                .isOk(200)
                .json()
                .forEach(row -> told.put(row.path("surgery").asString(), told(row)));
        Map<String, String> counted = new LinkedHashMap<>();
        counted().forEach((surgery, count) -> counted.put(surgery, count.told()));

        assertThat(told).hasSize(12).isEqualTo(counted);
        assertThat(counted().values())
                .anyMatch(count -> count.held() > 0)
                .anyMatch(count -> count.missed() > 0)
                .anyMatch(count -> count.released() > 0)
                .allMatch(count -> count.offered() == 9);
    }

    @Test
    void aCourtIsUsedAsAllItsSessionsTogether() {
        Map<String, Counted> sums = new LinkedHashMap<>();
        counted().values().forEach(count -> sums.merge(count.court(), count, Counted::and));

        List<String> told = new ArrayList<>();
        login("auditor")
                .get(PILOT + "&per=COURT")
                .isOk(200)
                .json()
                .forEach(row -> told.add(told(row)));

        assertThat(told)
                .containsExactlyElementsOf(
                        sums.values().stream().map(Counted::told).sorted().toList());
        JsonNode one =
                login("coordinator").get(PILOT + "&per=COURT&court=B01CN00").isOk(200).json();
        assertThat(one).hasSize(1);
        assertThat(told(one.get(0))).isEqualTo(Objects.requireNonNull(sums.get("B01CN00")).told());
        assertThat(one.get(0).has("surgery")).isFalse();
        assertThat(one.get(0).has("start")).isFalse();
    }

    @Test
    void theyComeInPages() {
        for (String per : List.of("SESSION", "COURT")) {
            List<String> all = new ArrayList<>();
            login("triage")
                    .get(PILOT + "&per=" + per)
                    .isOk(200)
                    .json()
                    .forEach(row -> all.add(row.toString()));
            List<String> paged = new ArrayList<>();
            String next = PILOT + "&limit=2&per=" + per;
            while (!next.isEmpty()) {
                Reply page = login("triage").get(next).isOk(200);
                page.json().forEach(row -> paged.add(row.toString()));
                next = page.header("Link").replaceAll("<(.*)>.*", "$1");
            }
            assertThat(paged).containsExactlyElementsOf(all);
        }
    }

    @Test
    void itIsForThoseWhoMaySeeCasesAndNamesNone() {
        for (String reader : List.of("triage", "prosecutor", "coordinator", "auditor")) {
            String text = login(reader).get(PILOT).isOk(200).text();
            assertThat(text).doesNotContain("engagement", "urn", "firm");
        }
        for (String other :
                List.of(
                        "defence",
                        "other-defence",
                        "hmcts",
                        "police",
                        "strategy",
                        "protection",
                        "operator")) {
            login(other).get(PILOT).isProblem(403);
        }
        login("auditor").get("/api/schedule/utilisation").isRefused(422, "PERIOD_REQUIRED");
        login("auditor").get(PILOT + "&per=WEEK").isProblem(422);
    }

    @Test
    void whoeverMovesGivesNoSlotBack() {
        Login coordinator = login("coordinator");
        Instant start =
                LondonTime.startOf(LondonTime.dateOf(Instant.parse("2021-07-01T12:00:00Z")))
                        .plus(Duration.ofHours(10));
        String session = session(start);
        String engagement = putForward();
        book(engagement, session, start);
        book(engagement, session, start.plus(Duration.ofMinutes(20)));
        Instant later = start.plus(Duration.ofHours(2));
        coordinator
                .post(
                        "/api/surgeries/%s/move".formatted(session),
                        "{\"start\":\"%s\"}".formatted(later))
                .isOk(200);
        String moved = "at=%s@6".formatted(engagement);
        assertThat(used("2021-07-01", moved)).isEqualTo("B01BH00 1 3 1 0 0 0");

        login("defence")
                .post("/api/engagements/%s/booking/cancellation".formatted(engagement), "{}")
                .isOk(200);
        assertThat(used("2021-07-01", Login.at(engagement))).isEqualTo("B01BH00 1 3 0 0 0 1");

        // Whoever cancelled and books again, as the very next thing, gave a slot back all the same.
        book(engagement, session, later);
        assertThat(used("2021-07-01", Login.at(engagement))).isEqualTo("B01BH00 1 3 1 0 0 1");
    }

    private static String used(String day, String at) {
        return told(login("coordinator")
                        .get("/api/schedule/utilisation?day=%s&%s".formatted(day, at))
                        .isOk(200)
                        .json()
                        .get(0))
                .replaceAll("( [0-9.]+\\.[0-9])? ?$", "");
    }

    private static void book(String engagement, String session, Instant start) {
        login("defence")
                .post(
                        "/api/engagements/%s/booking".formatted(engagement),
                        Highbury.booking(session, start))
                .isOk(200);
    }

    private static String putForward() {
        String id =
                login("defence")
                        .post(
                                "/api/engagements",
                                """
                                {"contact":{"name":"Ada Specimen","email":"ada@specimen.cjsm.net",
                                            "telephone":"020 7946 0000"},
                                 "urn":"01ZD9999920","court":"B01BH00","stage":"PRE_TRIAL",
                                 "hearingDate":"2021-07-20",
                                 "defendants":[{"name":"Dan Madeup","offences":[{"title":"Theft"}]}],
                                 "issues":[{"category":"WITNESSES","matter":"Who is needed?"}]}
                                """)
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        login("triage")
                .post(
                        "/api/engagements/%s/triage".formatted(id),
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        return id;
    }

    private static String session(Instant start) {
        return login("coordinator")
                .post(
                        "/api/surgeries",
                        "{\"court\":\"B01BH00\",\"start\":\"%s\",\"end\":\"%s\"}"
                                .formatted(start, start.plus(Duration.ofHours(1))))
                .isOk(201)
                .json()
                .path("id")
                .asString();
    }

    @Test
    void aSessionThatNobodyBookedHasNoNotice() {
        Instant start =
                LondonTime.startOf(LondonTime.dateOf(Instant.parse("2021-06-03T12:00:00Z")))
                        .plus(Duration.ofHours(10));
        String id = session(start);

        JsonNode row =
                login("coordinator")
                        .get("/api/schedule/utilisation?day=2021-06-03&at=%s@0".formatted(id))
                        .isOk(200)
                        .json()
                        .get(0);

        assertThat(told(row)).isEqualTo("B01BH00 1 3 0 0 0 0 ");
        assertThat(row.has("medianNoticeHours")).isFalse();
    }
}
