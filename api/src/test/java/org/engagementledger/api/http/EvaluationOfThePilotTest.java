package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.postgres.LedgerPostgres;
import org.engagementledger.query.Queries;
import org.engagementledger.query.Question;
import org.engagementledger.query.evaluation.EvaluationFilter;
import org.engagementledger.query.evaluation.EventsThatStand;
import org.engagementledger.query.evaluation.Figure;
import org.engagementledger.query.evaluation.FindIssueCounts;
import org.engagementledger.query.evaluation.FindOutcomes;
import org.engagementledger.query.evaluation.FindSpared;
import org.engagementledger.query.evaluation.FindSummary;
import org.engagementledger.query.evaluation.RowPer;
import org.engagementledger.query.projection.Projections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The played pilot's evaluation: its tables, what opens them, and what strategy leads are told. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EvaluationOfThePilotTest {

    private static final String PATH = "/api/evaluation/";
    private static final List<String> TABLES = List.of("summary", "issues", "outcomes", "spared");
    private static final List<String> KEYS = List.of("COURT", "WEEK", "STAGE", "TOTAL");

    private static final List<Figure> SUMMARY =
            Arrays.stream(Figure.values())
                    .filter(figure -> figure.compareTo(Figure.ISSUES_RAISED) < 0)
                    .toList();

    private static final int THRESHOLD = 5;

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2020, 11, 2);

    /** The last day of the last week that has ended. */
    private static final LocalDate LAST_THAT_ENDED = LocalDate.of(2020, 11, 22);

    @TempDir static Path directory;

    private static ConfigurableApplicationContext service;
    private static URI address;
    private static Accounts accounts;

    /** A connection of its own, on which what stands is there as tables. */
    private static SingleConnectionDataSource standing;

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
        crackOnAPleaThatWasNeverRejected();
        long events =
                service.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM ledger.event")
                        .query(Long.class)
                        .single();
        assertThat(service.getBean(Projections.class).await(events, Duration.ofSeconds(60)))
                .isTrue();
        makeTablesOfWhatStands();
    }

    /** Once for all figures, as the tables' owner: the service itself makes no tables. */
    private static void makeTablesOfWhatStands() {
        LedgerPostgres postgres = service.getBean(LedgerPostgres.class);
        standing =
                new SingleConnectionDataSource(
                        postgres.jdbcUrl(),
                        postgres.owner().user(),
                        postgres.owner().password(),
                        true);
        for (String table : EventsThatStand.TABLES) {
            JdbcClient.create(standing)
                    .sql(
                            "CREATE TEMPORARY TABLE %1$s AS %2$s SELECT * FROM %1$s"
                                    .formatted(table, EventsThatStand.STANDING))
                    .update();
            JdbcClient.create(standing).sql("ANALYZE " + table).update();
        }
    }

    /** What doesn't happen in the pilot; the day after its end, in the same week. */
    private static void crackOnAPleaThatWasNeverRejected() {
        String id =
                login("defence")
                        .post(
                                "/api/engagements",
                                """
                                {"contact":{"name":"Ada Specimen","email":"ada@specimen.cjsm.net",
                                            "telephone":"020 7946 0000"},
                                 "urn":"01ZD9999920","court":"B01GU00","stage":"PRE_TRIAL",
                                 "hearingDate":"2020-11-28",
                                 "defendants":[{"name":"Dan Madeup","offences":[{"title":"Theft"}]}],
                                 "issues":[{"category":"OTHER","matter":"Words"}]}
                                """)
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        login("operator").put("/api/demo/clock", "{\"now\":\"2020-11-28T12:00:00Z\"}").isOk(200);
        login("prosecutor")
                .post(
                        "/api/engagements/%s/outcome".formatted(id),
                        "{\"result\":\"CRACKED\",\"code\":\"B\"}")
                .isOk(200);
    }

    @AfterAll
    static void stop() {
        standing.close();
        service.close();
    }

    private static Login login(String name) {
        return new Login(address, accounts.authorization(name));
    }

    private static JsonNode table(String reader, String table, String query) {
        return login(reader).get(PATH + table + "?" + query).isOk(200).json();
    }

    /** The filter that opens a row. */
    private static String filter(String per, String key) {
        return switch (per) {
            case "COURT" -> "&court=" + key;
            case "STAGE" -> "&stage=" + key;
            case "WEEK" -> {
                LocalDate monday = LocalDate.parse(key + "-1", DateTimeFormatter.ISO_WEEK_DATE);
                yield "&from=%s&to=%s".formatted(monday, monday.plusDays(6));
            }
            default -> "";
        };
    }

    /** What opens each count of a row, by the column. */
    private static Map<String, String> openings(String table, JsonNode row) {
        Map<String, String> openings = new LinkedHashMap<>();
        String code = row.has("code") ? "&code=" + row.path("code").asString() : "";
        switch (table) {
            case "summary" ->
                    SUMMARY.forEach(figure -> openings.put(figure.column(), figure.name()));
            case "issues" -> {
                String category = "&category=" + row.path("category").asString();
                openings.put("raised", Figure.ISSUES_RAISED + category);
                openings.put("resolved", Figure.ISSUES_RESOLVED + category);
                openings.put("outOfScope", Figure.ISSUES_OUT_OF_SCOPE + category);
            }
            case "outcomes" ->
                    openings.put(
                            "count",
                            Figure.OUTCOMES + "&result=" + row.path("result").asString() + code);
            default -> openings.put("count", row.path("figure").asString() + code);
        }
        return openings;
    }

    @Test
    void aFigureOpenedIsAsManyAsItSays() {
        Set<String> opened = new HashSet<>();
        List<String> differences = new ArrayList<>();
        for (String table : TABLES) {
            for (String per : KEYS) {
                for (JsonNode row : table("auditor", table, "per=" + per)) {
                    openings(table, row)
                            .forEach(
                                    (column, figure) -> {
                                        String query =
                                                figure + filter(per, row.path("key").asString());
                                        long said = row.path(column).asLong();
                                        long found = opened(query).size();
                                        if (found > 0) {
                                            opened.add(figure.replaceAll("&.*", ""));
                                        }
                                        if (said != found || !row.has(column)) {
                                            differences.add(
                                                    "%s per %s, %s of %s: %d, opened %d"
                                                            .formatted(
                                                                    table, per, column, query, said,
                                                                    found));
                                        }
                                    });
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(opened)
                .as("Each figure counts something in the pilot")
                .containsAll(Arrays.stream(Figure.values()).map(Figure::name).toList());
    }

    private static List<JsonNode> opened(String query) {
        List<JsonNode> all = new ArrayList<>();
        login("auditor")
                .get(PATH + "cases?limit=500&figure=" + query)
                .isOk(200)
                .json()
                .forEach(all::add);
        assertThat(all).as("On one page").hasSizeLessThan(500);
        assertThat(
                        all.stream()
                                .map(
                                        it ->
                                                it.path("event").asString()
                                                        + it.path("part").asString("")
                                                        + it.path("detail").asString("")))
                .doesNotHaveDuplicates();
        return all;
    }

    @Test
    void whatIsOpenedIsAnEventOfTheHistory() {
        for (Figure figure : Figure.values()) {
            JsonNode first = opened(figure.name()).getFirst();
            JsonNode event =
                    login("auditor")
                            .get(
                                    "/api/engagements/%s/history?limit=1&from=%d"
                                            .formatted(
                                                    first.path("engagement").asString(),
                                                    first.path("sequence").asLong()))
                            .isOk(200)
                            .json()
                            .get(0);
            assertThat(event.path("id").asString(event.path("eventId").asString("")))
                    .as(event.toString())
                    .isEqualTo(first.path("event").asString());
        }
    }

    @Test
    void theRowsOfATableAddUpToItsTotal() {
        for (String table : TABLES) {
            Map<String, Long> total = sums(table, table("triage", table, ""));
            assertThat(total.values()).anyMatch(count -> count > 0);
            for (String per : List.of("COURT", "WEEK", "STAGE")) {
                Map<String, Long> sums = sums(table, table("triage", table, "per=" + per));
                if (per.equals("STAGE")) {
                    sums.put("slotsOffered", total.getOrDefault("slotsOffered", 0L));
                    if (!total.containsKey("slotsOffered")) {
                        sums.remove("slotsOffered");
                    }
                }
                assertThat(sums).as(table + " per " + per).isEqualTo(total);
            }
        }
    }

    /** By what tells rows with the same key apart, and the column. */
    private static Map<String, Long> sums(String table, JsonNode rows) {
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode row : rows) {
            openings(table, row)
                    .forEach(
                            (column, figure) ->
                                    sums.merge(
                                            column + " " + figure,
                                            row.path(column).asLong(),
                                            Long::sum));
            if (row.has("slotsOffered")) {
                sums.merge("slotsOffered", row.path("slotsOffered").asLong(), Long::sum);
            }
        }
        return sums;
    }

    @Test
    void slotsAreCountedAsTheScheduleCountsThem() {
        for (JsonNode row : table("coordinator", "summary", "per=COURT")) {
            JsonNode used =
                    login("coordinator")
                            .get(
                                    "/api/schedule/utilisation?per=COURT&from=2020-11-01&to=2020-11-30&court="
                                            + row.path("key").asString())
                            .isOk(200)
                            .json()
                            .get(0);
            assertThat(row.path("slotsOffered")).isEqualTo(used.path("offered"));
            assertThat(row.path("slotsBooked")).isEqualTo(used.path("booked"));
            assertThat(row.path("slotsHeld")).isEqualTo(used.path("held"));
            assertThat(row.path("meetingsMissed")).isEqualTo(used.path("missed"));
            assertThat(row.path("slotsReleased")).isEqualTo(used.path("released"));
        }
        assertThat(table("coordinator", "summary", "stage=PRE_TRIAL").get(0).has("slotsOffered"))
                .isFalse();
    }

    @Test
    void sharesAndMediansAreOfWhatIsCounted() {
        for (String per : KEYS) {
            for (JsonNode row : table("prosecutor", "summary", "per=" + per)) {
                if (row.path("triaged").asLong() > 0) {
                    assertThat(row.path("shareAnsweredAtTriage").asDouble())
                            .isEqualTo(
                                    Math.round(
                                                    1000.0
                                                            * row.path("answeredAtTriage").asLong()
                                                            / row.path("triaged").asLong())
                                            / 1000.0);
                }
                assertThat(row.has("medianDaysOfNotice"))
                        .isEqualTo(row.path("requests").asLong() > 0);
                assertThat(row.path("suppressed")).isEmpty();
            }
        }
        JsonNode total = table("prosecutor", "summary", "").get(0);
        assertThat(total.path("medianDaysToTriage").asDouble()).isPositive();
        assertThat(total.path("medianDaysToSlot").asDouble())
                .isGreaterThan(total.path("medianDaysToTriage").asDouble());
        assertThat(total.path("medianDaysToResolution").asDouble()).isPositive();
        assertThat(total.path("requests").asLong()).isEqualTo(182);
    }

    /**
     * A figure's own count, made of the events alone by another query: rows of {@code engagement},
     * the {@code day}, {@code what} tells it from others of its table, and the {@code value} if its
     * median is meant; {@code court} if it isn't the case's.
     */
    private record Oracle(String table, String column, String sql) {
        @Override
        public String toString() {
            return table + " " + column;
        }
    }

    private static final String SETTLED_BEFORE_TRIAL =
            """
            SELECT engagement, at::date AS day, '%s' AS what, %s AS value
            FROM (%s) AS settled JOIN request USING (engagement)
            WHERE stage = 'PRE_TRIAL' AND %s > 0
            """;

    private static final String AGREED =
            "SELECT * FROM (%s) AS agreed WHERE NOT EXISTS (SELECT FROM standing WHERE standing.engagement = agreed.engagement"
                            .formatted(EventsThatStand.plea("PleaAgreed", "agreedAt"))
                    + " AND name = 'engagement.PleaOfferWithdrawn' AND payload ->> 'plea' = agreed.plea)";

    private static Stream<Oracle> summaryByTheEvents() {
        String asked =
                """
                SELECT engagement, at::date AS day, '' AS what, hearing - at::date AS value
                FROM (SELECT engagement, payload, (payload ->> 'receivedAt')::timestamptz AT TIME ZONE 'Europe/London' AS at,
                             (payload ->> 'hearingDate')::date AS hearing
                      FROM standing WHERE name = 'engagement.Submitted') AS asked
                """;
        String first =
                """
                SELECT engagement, at::date AS day, '' AS what, extract(epoch FROM %2$s - received) / 86400 AS value
                FROM (SELECT DISTINCT ON (engagement) * FROM (%1$s) AS it ORDER BY engagement, sequence) AS first
                JOIN (SELECT engagement, (payload ->> 'receivedAt')::timestamptz AT TIME ZONE 'Europe/London' AS received
                      FROM standing WHERE name = 'engagement.Submitted') AS asked USING (engagement)
                """;
        String triaged = first.formatted("SELECT * FROM triage", "at");
        String booked =
                """
                SELECT engagement, sequence, recorded_in_london AS at,
                       (payload #>> '{slot,start}')::timestamptz AT TIME ZONE 'Europe/London' AS start
                FROM standing WHERE name = 'engagement.SlotBooked'
                """;
        String slots =
                """
                SELECT step.engagement, start::date AS day, '' AS what, NULL::numeric AS value, session.court
                FROM (SELECT engagement, sequence, name, payload ->> 'why' AS why, payload #>> '{slot,surgery}' AS surgery,
                             (payload #>> '{slot,start}')::timestamptz AT TIME ZONE 'Europe/London' AS start,
                             lead(name) OVER (PARTITION BY engagement ORDER BY sequence) AS next
                      FROM standing
                      WHERE name IN ('engagement.SlotBooked', 'engagement.SlotReleased', 'engagement.MeetingHeld',
                                     'engagement.MeetingMissed')) AS step
                JOIN (SELECT payload ->> 'surgery' AS surgery, payload ->> 'court' AS court
                      FROM ledger.history WHERE name = 'surgery.SurgeryScheduled') AS session USING (surgery)
                WHERE %s
                """;
        return Stream.of(
                new Oracle("summary", "requests", asked),
                new Oracle(
                        "summary",
                        "requestsInPerson",
                        asked + " WHERE payload #>> '{requester,firm}' IS NULL"),
                new Oracle(
                        "summary",
                        "preTrialRequests",
                        asked + " WHERE payload ->> 'stage' = 'PRE_TRIAL'"),
                new Oracle(
                        "summary",
                        "requestsWithNotice",
                        asked
                                + " WHERE payload ->> 'stage' = 'PRE_TRIAL' AND hearing - at::date >= 10"),
                new Oracle("summary", "medianDaysOfNotice", asked),
                new Oracle("summary", "triaged", triaged),
                new Oracle("summary", "answeredAtTriage", triaged + " WHERE detail = 'ANSWERED'"),
                new Oracle("summary", "medianDaysToTriage", triaged),
                new Oracle("summary", "medianDaysToSlot", first.formatted(booked, "start")),
                new Oracle(
                        "summary",
                        "medianDaysToResolution",
                        first.formatted("SELECT * FROM resolved", "at")),
                new Oracle(
                        "summary",
                        "slotsBooked",
                        slots.formatted(
                                "name = 'engagement.SlotBooked' AND next IS DISTINCT FROM 'engagement.SlotReleased'")),
                new Oracle(
                        "summary", "slotsHeld", slots.formatted("name = 'engagement.MeetingHeld'")),
                new Oracle(
                        "summary",
                        "meetingsMissed",
                        slots.formatted("name = 'engagement.MeetingMissed'")),
                new Oracle(
                        "summary",
                        "slotsReleased",
                        slots.formatted(
                                "name = 'engagement.SlotReleased' AND why NOT IN ('MOVED', 'SESSION_MOVED')")),
                new Oracle("summary", "resolved", day("resolved", "''")),
                new Oracle("summary", "pleasOffered", day("offer", "''")),
                new Oracle(
                        "summary",
                        "pleasRejected",
                        day(
                                "("
                                        + EventsThatStand.plea("PleaRejected", "rejectedAt")
                                        + ") AS it",
                                "''")),
                new Oracle(
                        "summary",
                        "pleasAgreed",
                        day(
                                "(" + EventsThatStand.plea("PleaAgreed", "agreedAt") + ") AS it",
                                "''")));
    }

    /** What happened counts on its day in London. */
    private static String day(String from, String what) {
        return "SELECT engagement, at::date AS day, %s AS what, NULL::numeric AS value FROM %s"
                .formatted(what, from);
    }

    private static Stream<Oracle> othersByTheEvents() {
        String notice = EventsThatStand.NOTICE;
        String trials =
                """
                SELECT engagement, %s AS day, '%s:' || code AS what, NULL::numeric AS value
                FROM ended JOIN request USING (engagement) WHERE stage = 'PRE_TRIAL' AND result = '%s' AND code %s
                """;
        String spared =
                String.join(
                        " UNION ALL ",
                        SETTLED_BEFORE_TRIAL.formatted(
                                "PLEAS_AGREED_BEFORE_TRIAL", notice, AGREED, notice),
                        SETTLED_BEFORE_TRIAL.formatted(
                                "RESOLVED_BEFORE_TRIAL",
                                notice,
                                "SELECT engagement, at FROM resolved",
                                notice),
                        SETTLED_BEFORE_TRIAL.formatted(
                                "ISSUES_RESOLVED_BEFORE_TRIAL",
                                notice,
                                "SELECT engagement, at FROM settled WHERE how <> 'OUT_OF_SCOPE'",
                                notice),
                        trials.formatted("hearing", "CRACKED_TRIALS", "CRACKED", "IS NOT NULL"),
                        trials.formatted(
                                "hearing", "INEFFECTIVE_TRIALS", "INEFFECTIVE", "IS NOT NULL"),
                        trials.formatted(
                                "at::date",
                                "TRIALS_VACATED_ON_A_PLEA",
                                "VACATED",
                                "IN ('L', 'M')"));
        return Stream.of(
                new Oracle("issues", "raised", day("raised", "category")),
                new Oracle(
                        "issues",
                        "resolved",
                        day("settled", "category") + " WHERE how <> 'OUT_OF_SCOPE'"),
                new Oracle(
                        "issues",
                        "outOfScope",
                        day("settled", "category") + " WHERE how = 'OUT_OF_SCOPE'"),
                new Oracle(
                        "outcomes",
                        "count",
                        """
                        SELECT engagement, concat_ws(':', result, code) AS what, NULL::numeric AS value,
                               CASE WHEN result IN ('VACATED', 'DISCONTINUED', 'OUT_OF_COURT_DISPOSAL')
                                    THEN at::date ELSE hearing END AS day
                        FROM ended
                        """),
                new Oracle("spared", "count", spared),
                new Oracle("spared", "medianDaysOfNotice", spared));
    }

    static Stream<Arguments> figuresByTheEvents() {
        return Stream.concat(summaryByTheEvents(), othersByTheEvents())
                .flatMap(oracle -> KEYS.stream().map(per -> Arguments.of(oracle, per)));
    }

    @ParameterizedTest(name = "{0} per {1}")
    @MethodSource("figuresByTheEvents")
    void aFigureIsWhatTheEventsSay(Oracle oracle, String per) {
        boolean median = oracle.column().startsWith("median");
        String key =
                switch (per) {
                    case "COURT" ->
                            oracle.sql().contains("session.court")
                                    ? "counted.court"
                                    : "request.court";
                    case "STAGE" -> "request.stage";
                    case "WEEK" -> "to_char(day, 'IYYY-\"W\"IW')";
                    default -> "'TOTAL'";
                };
        Map<String, String> expected = new TreeMap<>();
        JdbcClient.create(standing)
                .sql(
                        "WITH counted AS (%s) SELECT %s AS key, what, %s AS number FROM counted JOIN request USING (engagement) GROUP BY 1, 2"
                                .formatted(
                                        oracle.sql(),
                                        key,
                                        median
                                                ? "percentile_cont(0.5) WITHIN GROUP (ORDER BY value)"
                                                : "count(*)"))
                .query(
                        row -> {
                            String number = row.getString("number");
                            if (number != null) {
                                expected.put(
                                        row.getString("key") + " " + row.getString("what"),
                                        rounded(Double.parseDouble(number)));
                            }
                        });
        Map<String, String> told = new TreeMap<>();
        for (JsonNode row : table("auditor", oracle.table(), "per=" + per)) {
            JsonNode cell = row.path(oracle.column());
            if (median ? !cell.isMissingNode() : cell.asLong() > 0) {
                told.put(row.path("key").asString() + " " + what(row), rounded(cell.asDouble()));
            }
        }

        assertThat(expected).as("The pilot has some").isNotEmpty();
        assertThat(told).isEqualTo(expected);
    }

    private static String rounded(double number) {
        return Double.toString(Math.round(number * 10) / 10.0);
    }

    /** What tells a row from others with the same key. */
    private static String what(JsonNode row) {
        List<String> what = new ArrayList<>();
        for (String part : List.of("category", "result", "figure", "code")) {
            if (row.has(part)) {
                what.add(row.path(part).asString());
            }
        }
        return String.join(":", what);
    }

    @Test
    void eachFigureIsHeldAgainstTheEvents() {
        Set<String> columns = new TreeSet<>();
        figuresByTheEvents().forEach(it -> columns.add(it.get()[0].toString()));
        for (String table : TABLES) {
            JsonNode row = table("auditor", table, "").get(0);
            for (var cell : row.properties()) {
                if (cell.getValue().isNumber()
                        && !cell.getKey().startsWith("share")
                        && !cell.getKey().equals("slotsOffered")) {
                    assertThat(columns).contains(table + " " + cell.getKey());
                }
            }
        }
    }

    @Test
    void eachRowOfWhatWasSparedSaysItsRule() {
        JsonNode rows = table("auditor", "spared", "");
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("rule").asString()).matches("Each .*\\."));
        for (JsonNode row : rows) {
            assertThat(row.has("medianDaysOfNotice"))
                    .isEqualTo(row.path("figure").asString().contains("BEFORE"));
        }
    }

    @Test
    void aContradictionShowsBothEvents() {
        JsonNode all = login("prosecutor").get(PATH + "contradictions").isOk(200).json();
        assertThat(all).isNotEmpty();
        Set<String> findings = new HashSet<>();
        for (JsonNode one : all) {
            findings.add(one.path("finding").asString());
            String engagement = one.path("engagement").asString();
            JsonNode outcome = event(engagement, one.at("/outcome/sequence").asLong());
            assertThat(one.at("/outcome/code").asString())
                    .isEqualTo(
                            outcome.at("/facts/result").asString()
                                    + ":"
                                    + outcome.at("/facts/code").asString());
            if (one.path("finding").asString().endsWith("OFFERED_EARLIER")) {
                JsonNode offer = event(engagement, one.at("/other/sequence").asLong());
                assertThat(one.at("/other/plea")).isEqualTo(offer.at("/facts/offered"));
                assertThat(one.at("/other/defendant")).isEqualTo(offer.at("/facts/defendant"));
                assertThat(one.at("/other/offence")).isEqualTo(offer.at("/facts/offence"));
                assertThat(one.at("/other/day").asString())
                        .isLessThan(one.at("/outcome/day").asString());
                assertThat(one.path("words").asString()).contains("contradicts the code if");
            } else {
                assertThat(one.has("other")).isFalse();
                assertThat(one.path("words").asString())
                        .contains("not on this ledger")
                        .doesNotContain("contradict");
            }
        }
        assertThat(findings)
                .as("The pilot's code A is of a case with several offences")
                .containsExactlyInAnyOrder(
                        "PERHAPS_OFFERED_EARLIER", "NO_REJECTION_ON_THIS_LEDGER");
    }

    private static JsonNode event(String engagement, long sequence) {
        return login("auditor")
                .get("/api/engagements/%s/history?limit=1&from=%d".formatted(engagement, sequence))
                .isOk(200)
                .json()
                .get(0);
    }

    @Test
    void pagesHoldAllOfIt() {
        for (String path :
                List.of(
                        PATH + "cases?figure=ISSUES_RESOLVED",
                        PATH + "cases?figure=SLOTS_HELD&court=B01CN00",
                        PATH + "contradictions?stage=PRE_TRIAL")) {
            List<String> whole = new ArrayList<>();
            login("triage")
                    .get(path + "&limit=500")
                    .isOk(200)
                    .json()
                    .forEach(entry -> whole.add(entry.toString()));
            List<String> paged = new ArrayList<>();
            String next = path + "&limit=3";
            while (!next.isEmpty()) {
                Reply page = login("triage").get(next).isOk(200);
                page.json().forEach(entry -> paged.add(entry.toString()));
                next = page.header("Link").replaceAll("<(.*)>.*", "$1");
            }
            assertThat(paged).isNotEmpty().containsExactlyElementsOf(whole);
        }
    }

    private static List<Map<String, String>> csv(String reader, String path) {
        Reply reply = Login.send(login(reader).request(path).header("Accept", "text/csv").GET());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new StringReader(reply.text()))
                    .stream()
                    .map(CSVRecord::toMap)
                    .toList();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A JSON value as a cell says it. */
    private static void flatten(String prefix, JsonNode node, Map<String, String> cells) {
        for (var property : node.properties()) {
            JsonNode value = property.getValue();
            if (value.isObject()) {
                flatten(prefix + property.getKey() + ".", value, cells);
            } else if (value.isArray()) {
                List<String> texts = new ArrayList<>();
                value.forEach(text -> texts.add(text.asString()));
                cells.put(prefix + property.getKey(), String.join(" ", texts));
            } else {
                cells.put(prefix + property.getKey(), value.asString());
            }
        }
        cells.values().removeIf(String::isEmpty);
    }

    @Test
    void aTableIsTheSameInCsvAndJson() {
        for (String path :
                List.of(
                        "summary?per=COURT",
                        "issues?per=WEEK",
                        "outcomes?per=STAGE",
                        "spared?per=WEEK",
                        "cases?figure=ISSUES_RAISED",
                        "contradictions")) {
            String separator = path.contains("?") ? "&" : "?";
            boolean paged = path.startsWith("c");
            JsonNode json =
                    login("auditor")
                            .get(PATH + path + (paged ? separator + "limit=500" : ""))
                            .isOk(200)
                            .json();
            List<Map<String, String>> expected = new ArrayList<>();
            json.forEach(
                    row -> {
                        Map<String, String> cells = new TreeMap<>();
                        flatten("", row, cells);
                        expected.add(cells);
                    });
            List<Map<String, String>> found = new ArrayList<>();
            csv("auditor", PATH + path)
                    .forEach(
                            row -> {
                                Map<String, String> cells = new TreeMap<>(row);
                                cells.values().removeIf(String::isEmpty);
                                found.add(cells);
                            });
            assertThat(found).as(path).isNotEmpty().isEqualTo(expected);
        }
        assertThat(csv("strategy", PATH + "summary?per=COURT"))
                .anyMatch(row -> !row.getOrDefault("suppressed", "").isEmpty());
    }

    @Test
    void eachPageIsOnRecordBeforeItIsShown() {
        int before = accesses("EVALUATION_CASES").size();
        List<Map<String, String>> rows = csv("coordinator", PATH + "cases?figure=ISSUES_RAISED");
        List<JsonNode> after = accesses("EVALUATION_CASES");

        assertThat(after).hasSize(before + 1);
        assertThat(after.getFirst().path("shown").asInt()).isEqualTo(rows.size());
        Set<String> engagements = new HashSet<>();
        after.getFirst().path("engagements").forEach(id -> engagements.add(id.asString()));
        assertThat(engagements)
                .containsExactlyInAnyOrderElementsOf(
                        new HashSet<>(rows.stream().map(row -> row.get("engagement")).toList()));
        login("strategy").get(PATH + "issues").isOk(200);
        assertThat(accesses("EVALUATION").getFirst().path("actor").asString()).contains("strategy");
        assertThat(accesses("EVALUATION").getFirst().path("terms").asString())
                .isEqualTo("table=ISSUES per=TOTAL");
        login("auditor")
                .get(
                        PATH
                                + "cases?figure=OUTCOMES&result=CRACKED&code=A&court=B01GU00&stage=PRE_TRIAL&from=2020-11-02&to=2020-11-30")
                .isOk(200);
        assertThat(accesses("EVALUATION_CASES").getFirst().path("terms").asString())
                .isEqualTo(
                        "figure=OUTCOMES result=CRACKED code=A court=B01GU00 stage=PRE_TRIAL from=2020-11-02 to=2020-11-30");
        login("triage").get(PATH + "contradictions").isOk(200);
        assertThat(accesses("EVALUATION_CONTRADICTIONS").getFirst().path("engagements"))
                .isNotEmpty();
    }

    private static List<JsonNode> accesses(String what) {
        List<JsonNode> all = new ArrayList<>();
        login("auditor")
                .get("/api/accesses?limit=500&what=" + what)
                .isOk(200)
                .json()
                .forEach(all::add);
        return all;
    }

    // What strategy leads are told

    /** What tells a row from all others of its table. */
    private static String name(JsonNode row) {
        return row.path("key").asString() + " " + what(row);
    }

    private static boolean isCount(Map.Entry<String, JsonNode> cell) {
        return cell.getValue().isIntegralNumber()
                && !List.of("slotsOffered", "stepsOf").contains(cell.getKey());
    }

    /** In the last whole step. */
    private static long inSteps(JsonNode count) {
        return count.asLong() - count.asLong() % THRESHOLD;
    }

    @Test
    void aStrategyLeadIsToldInWholeStepsAndNothingOfLessThanOne() {
        Set<String> suppressed = new TreeSet<>();
        boolean rounded = false;
        for (String table : TABLES) {
            for (String per : KEYS) {
                Map<String, JsonNode> told = new LinkedHashMap<>();
                table("strategy", table, "per=" + per).forEach(row -> told.put(name(row), row));
                for (JsonNode whole :
                        table("auditor", table, "per=" + per + "&to=" + LAST_THAT_ENDED)) {
                    JsonNode row = told.remove(name(whole));
                    assertThat(whole.has("stepsOf")).isFalse();
                    if (row == null) {
                        assertThat(
                                        whole.properties().stream()
                                                .filter(EvaluationOfThePilotTest::isCount))
                                .as("Left out: %s", whole)
                                .allMatch(it -> it.getValue().asLong() < THRESHOLD);
                        assertThat(whole.path("slotsOffered").asLong()).isZero();
                        continue;
                    }
                    assertThat(row.path("stepsOf").asInt()).isEqualTo(THRESHOLD);
                    assertThat(row.path("slotsOffered")).isEqualTo(whole.path("slotsOffered"));
                    Set<String> hidden = new TreeSet<>();
                    row.path("suppressed").forEach(column -> hidden.add(column.asString()));
                    suppressed.addAll(hidden);
                    for (var cell : whole.properties()) {
                        if (isCount(cell)) {
                            String column = cell.getKey();
                            boolean few = cell.getValue().asLong() < THRESHOLD;
                            assertThat(row.has(column))
                                    .as("%s of %s", column, row)
                                    .isNotEqualTo(few);
                            assertThat(hidden.contains(column)).isEqualTo(few);
                            assertThat(row.path(column).asLong())
                                    .isEqualTo(inSteps(cell.getValue()));
                            rounded |= !few && !row.path(column).equals(cell.getValue());
                        }
                    }
                    isMeasuredAsTold(row, whole, hidden);
                }
                assertThat(told).as("In %s per %s of no case", table, per).isEmpty();
            }
        }
        assertThat(rounded).isTrue();
        assertThat(suppressed).contains("meetingsMissed", "shareWithNotice", "outOfScope");
    }

    /** Shares are of what is told, and medians as they are. */
    private static void isMeasuredAsTold(JsonNode row, JsonNode whole, Set<String> hidden) {
        Map.of(
                        "shareAnsweredAtTriage",
                        List.of("answeredAtTriage", "triaged"),
                        "shareWithNotice",
                        List.of("requestsWithNotice", "preTrialRequests"))
                .forEach(
                        (share, of) -> {
                            if (row.has(share)) {
                                assertThat(row.path(share).asDouble())
                                        .isEqualTo(
                                                Math.round(
                                                                1000.0
                                                                        * row.path(of.getFirst())
                                                                                .asLong()
                                                                        / row.path(of.getLast())
                                                                                .asLong())
                                                        / 1000.0);
                            } else {
                                assertThat(hidden.contains(share)).isEqualTo(whole.has("requests"));
                            }
                        });
        for (var cell : row.properties()) {
            if (cell.getKey().startsWith("median")) {
                assertThat(cell.getValue()).isEqualTo(whole.path(cell.getKey()));
            }
        }
    }

    /** All tables with a row for each of something, as a strategy lead was told on that day. */
    private static Map<String, JsonNode> toldOn(LocalDate today, RowPer per) {
        Actor lead = new Actor("strategy", Role.STRATEGY_LEAD, null);
        Queries queries = service.getBean(Queries.class);
        JsonMapper json = service.getBean(JsonMapper.class);
        Map<String, JsonNode> told = new TreeMap<>();
        Stream.<Question<?>>of(
                        new FindSummary(lead, EvaluationFilter.NONE, per, today),
                        new FindIssueCounts(lead, EvaluationFilter.NONE, per, today),
                        new FindOutcomes(lead, EvaluationFilter.NONE, per, today),
                        new FindSpared(lead, EvaluationFilter.NONE, per, today))
                .forEach(
                        question -> {
                            JsonNode found = json.valueToTree(queries.ask(question));
                            found.path("rows")
                                    .forEach(
                                            row ->
                                                    told.put(
                                                            question.getClass().getSimpleName()
                                                                    + " "
                                                                    + name(row),
                                                            row));
                        });
        return told;
    }

    @Test
    void whatIsToldOfAWeekStaysAsItWasWhenOthersHaveEnded() {
        Map<String, JsonNode> before = Map.of();
        for (int week = 0; week < 4; week++) {
            Map<String, JsonNode> told = toldOn(FIRST_MONDAY.plusWeeks(week + 1), RowPer.WEEK);
            assertThat(told).hasSizeGreaterThan(before.size()).containsAllEntriesOf(before);
            before = told;
        }
    }

    @Test
    void whatAWeekAddsToATotalTellsNoMoreThanWholeSteps() {
        int notAsMany = 0;
        for (RowPer per : List.of(RowPer.TOTAL, RowPer.COURT, RowPer.STAGE)) {
            Map<String, JsonNode> before = Map.of();
            for (int week = 0; week < 4; week++) {
                LocalDate monday = FIRST_MONDAY.plusWeeks(week);
                Map<String, JsonNode> after = toldOn(monday.plusWeeks(1), per);
                for (var row : after.entrySet()) {
                    JsonNode then = before.getOrDefault(row.getKey(), MissingNode.getInstance());
                    for (var cell : row.getValue().properties()) {
                        if (isCount(cell)) {
                            assertThat(
                                            (cell.getValue().asLong()
                                                            - then.path(cell.getKey()).asLong())
                                                    % THRESHOLD)
                                    .isZero();
                        }
                    }
                }
                if (per == RowPer.TOTAL) {
                    JsonNode added =
                            table(
                                            "auditor",
                                            "summary",
                                            "from=%s&to=%s".formatted(monday, monday.plusDays(6)))
                                    .path(0);
                    for (Figure figure : SUMMARY) {
                        long grown = told(after, figure.column()) - told(before, figure.column());
                        notAsMany += grown == added.path(figure.column()).asLong() ? 0 : 1;
                    }
                }
                before = after;
            }
        }
        assertThat(notAsMany).as("Worked out wrongly").isGreaterThan(2 * SUMMARY.size());
    }

    private static long told(Map<String, JsonNode> tables, String column) {
        return tables.getOrDefault("FindSummary TOTAL ", MissingNode.getInstance())
                .path(column)
                .asLong();
    }

    @Test
    void aStrategyLeadAsksForTheWholeOnly() {
        for (String table : TABLES) {
            for (String filter :
                    List.of(
                            "court=B01CN00",
                            "stage=PRE_TRIAL",
                            "from=2020-11-02",
                            "to=2020-11-08",
                            "from=2020-11-02&to=2020-11-08")) {
                login("strategy")
                        .get(PATH + table + "?" + filter)
                        .isRefused(422, "FILTER_NOT_OPEN");
            }
            Login.send(
                            login("strategy")
                                    .request(PATH + table + "?court=B01CN00")
                                    .header("Accept", "text/csv")
                                    .GET())
                    .isRefused(422, "FILTER_NOT_OPEN");
        }
        login("strategy").get(PATH + "cases?figure=REQUESTS").isProblem(403);
        login("strategy").get(PATH + "contradictions").isProblem(403);
    }

    // What can't be asked

    @Test
    void aFilterIsReadFromTheQueryAndNotFromHeaders() {
        Reply whole = login("auditor").get(PATH + "summary").isOk(200);

        assertThat(
                        Login.send(
                                        login("auditor")
                                                .request(PATH + "summary")
                                                .header("Court", "B01CN00")
                                                .header("From", "2020-11-08")
                                                .GET())
                                .isOk(200)
                                .json())
                .isEqualTo(whole.json());
        login("auditor").get(PATH + "summary?court=nowhere").isProblem(422);
        login("auditor").get(PATH + "summary?court=B01CN00&court=B01CN00").isProblem(422);
    }

    @Test
    void whatNothingCanHaveIsRefused() {
        Login auditor = login("auditor");
        auditor.get(PATH + "summary?from=2020-11-08&to=2020-11-07")
                .isRefused(422, "PERIOD_OUT_OF_RANGE to");
        auditor.get(PATH + "cases?figure=REQUESTS&to=0000-01-01")
                .isRefused(422, "PERIOD_OUT_OF_RANGE to");
        auditor.get(PATH + "spared?from=2020-W45").isRefused(422, "MALFORMED from");
        auditor.get(PATH + "summary?per=FIRM").isRefused(422, "MALFORMED per");
        auditor.get(PATH + "summary?firm=example-and-co").isRefused(422, "PARAMETER_UNKNOWN firm");
        auditor.get(PATH + "cases?figure=SLOTS_OFFERED").isRefused(422, "MALFORMED figure");
        auditor.get(PATH + "cases").isRefused(422, "REQUIRED figure");
        auditor.get(PATH + "cases?figure=REQUESTS&category=OTHER")
                .isRefused(422, "FILTER_UNFIT category");
        auditor.get(PATH + "cases?figure=CRACKED_TRIALS&result=CRACKED")
                .isRefused(422, "FILTER_UNFIT result");
        auditor.get(PATH + "cases?figure=ISSUES_RAISED&code=A").isRefused(422, "FILTER_UNFIT code");
        auditor.get(PATH + "cases?figure=REQUESTS&after=x")
                .isRefused(422, "CURSOR_MALFORMED after");
        auditor.get(PATH + "contradictions?limit=501").isRefused(422, "PAGE_OUT_OF_RANGE limit");
        for (String path : List.of("summary?", "cases?figure=REQUESTS&", "contradictions?")) {
            auditor.get(PATH + path + "court=B01AA00").isRefused(422, "COURT_OUT_OF_SCOPE court");
        }
        Login.send(auditor.request(PATH + "summary").header("Accept", "text/html").GET())
                .isProblem(406);
    }

    @Test
    void noFirmIsInAnyOfIt() {
        for (String table :
                List.of(
                        "summary",
                        "issues",
                        "outcomes",
                        "spared",
                        "contradictions",
                        "cases?figure=REQUESTS")) {
            assertThat(login("auditor").get(PATH + table).isOk(200).text())
                    .doesNotContain("firm", "example-and-co");
        }
    }
}
