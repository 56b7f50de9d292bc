package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.http.StrategyLedger.action;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.api.strategy.PlanFile;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.Adopted;
import org.engagementledger.domain.strategy.Completed;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.EvidenceLinked;
import org.engagementledger.domain.strategy.PlannedAction;
import org.engagementledger.domain.strategy.PlannedAim;
import org.engagementledger.domain.strategy.ProgressReported;
import org.engagementledger.domain.strategy.Quarter;
import org.engagementledger.domain.strategy.Rebaselined;
import org.engagementledger.domain.strategy.Reopened;
import org.engagementledger.domain.strategy.Started;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two years of the project's own plan, as anybody may ask for any day of them. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrategyProgressTest {

    private static final LocalDate ADOPTED = day("2020-11-02");
    private static final String ONE = "00000000-0000-4000-8000-000000000001";
    private static final String ANOTHER = "00000000-0000-4000-8000-000000000002";
    private static final String DOCUMENT = "https://documents.example/guidance";
    private static final Set<String> UNDATED = Set.of("2.1", "3.1", "4.1", "5.1");

    @TempDir static Path directory;

    private static StrategyLedger service;

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    @BeforeAll
    static void write() throws InterruptedException {
        service = new StrategyLedger(directory.resolve("home"), false);
        adopt();
        live();
        service.awaitShown();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<PlannedAction> actions() {
        return PlanFile.ofTheProject().command().aims().stream()
                .flatMap(aim -> aim.actions().stream())
                .toList();
    }

    private static List<String> numbers() {
        return actions().stream().map(it -> Objects.requireNonNull(it.number())).toList();
    }

    /** The project's own plan. */
    private static void adopt() {
        for (PlannedAim aim : PlanFile.ofTheProject().command().aims()) {
            for (PlannedAction planned : aim.actions()) {
                service.on(
                        ADOPTED,
                        "strategy",
                        new Adopted(
                                action(Objects.requireNonNull(planned.number())),
                                AdoptPlan.PLAN,
                                Objects.requireNonNull(aim.aim()),
                                Objects.requireNonNull(aim.title()),
                                Objects.requireNonNull(planned.title()),
                                Optional.ofNullable(planned.due())
                                        .flatMap(Quarter::read)
                                        .orElse(null),
                                0));
            }
        }
    }

    /** What happens to some of them from October on. */
    private static void live() {
        for (String number : List.of("1.4", "2.1", "2.4", "3.3")) {
            service.on(day("2022-10-10"), "strategy", new Started(action(number)));
        }
        service.on(
                day("2022-10-15"),
                "strategy",
                new ProgressReported(
                        action("3.3"), 30, ConfidenceGrade.PROBABLE, "On the way", "Two to go"));
        service.on(day("2022-10-20"), "strategy", linked("3.4", ONE, null, "A case"));
        service.on(day("2022-10-20"), "coordinator", linked("3.4", ANOTHER, null, "Another case"));
        service.on(day("2022-10-20"), "coordinator", linked("3.4", null, DOCUMENT, "The guidance"));
        service.on(day("2022-10-21"), "strategy", linked("3.4", ONE, null, "The same case"));
        service.on(
                day("2023-01-05"),
                "strategy",
                new Completed(action("1.4"), day("2022-12-31"), "Done"));
        service.on(
                day("2023-01-05"),
                "strategy",
                new Completed(action("2.4"), day("2023-01-02"), null));
        service.on(
                day("2023-01-12"),
                "strategy",
                new Rebaselined(
                        action("4.4"),
                        Quarter.of(2022, 3),
                        Quarter.of(2022, 4),
                        "No time",
                        "The board"));
        service.on(
                day("2023-02-01"), "strategy", new Reopened(action("2.4"), "Something is missing"));
        service.on(
                day("2023-02-01"),
                "strategy",
                new Completed(action("2.1"), day("2023-02-01"), null));
        service.on(
                day("2023-02-01"),
                "strategy",
                new ProgressReported(
                        action("3.3"), 60, ConfidenceGrade.IN_DOUBT, "Few people", null));
        service.on(
                day("2023-03-01"),
                "strategy",
                new Rebaselined(
                        action("4.4"),
                        Quarter.of(2022, 4),
                        Quarter.of(2023, 1),
                        "Still none",
                        "The board"));
    }

    private static EvidenceLinked linked(
            String action, @Nullable String engagement, @Nullable String document, String note) {
        return new EvidenceLinked(
                action(action),
                engagement == null ? null : new EngagementId(engagement),
                document,
                note);
    }

    private static List<String> with(JsonNode progress, String timeliness) {
        return progress.path("actions")
                .valueStream()
                .filter(it -> it.path("timeliness").asString().equals(timeliness))
                .map(it -> it.path("number").asString())
                .toList();
    }

    private static String timeliness(String number, String asOf) {
        return StrategyLedger.of(service.progress("strategy", asOf), number)
                .path("timeliness")
                .asString();
    }

    @Test
    void thereAre26ActionsOfFiveAimsFourOfThemUndatedAndOneDueInTheNextYear() {
        JsonNode progress = service.progress("strategy", "2022-04-01");

        assertThat(progress.path("plan").asString()).isEqualTo(AdoptPlan.PLAN);
        assertThat(progress.path("asOf").asString()).isEqualTo("2022-04-01");
        assertThat(progress.path("actions").valueStream().map(it -> it.path("number").asString()))
                .containsExactlyElementsOf(numbers());
        assertThat(progress.at("/totals/actions").asInt()).isEqualTo(26);
        assertThat(progress.path("aims").valueStream().map(it -> it.at("/totals/actions").asInt()))
                .containsExactly(5, 4, 7, 4, 6);
        assertThat(
                        progress.path("quarters")
                                .valueStream()
                                .map(
                                        it ->
                                                "%s %s %s"
                                                        .formatted(
                                                                it.path("quarter").asString("-"),
                                                                it.path("ends").asString("-"),
                                                                it.at("/totals/actions").asInt())))
                .containsExactly(
                        "2022-Q2 2022-09-30 6",
                        "2022-Q3 2022-12-31 6",
                        "2022-Q4 2023-03-31 9",
                        "2023-Q1 2023-06-30 1",
                        "- - 4");
        assertThat(StrategyLedger.of(progress, "5.6").path("due").asString()).isEqualTo("2023-Q1");
        assertThat(progress.at("/totals/timeliness/undated").asInt()).isEqualTo(4);
        assertThat(progress.at("/totals/timeliness/notDue").asInt()).isEqualTo(22);
        assertThat(progress.at("/totals/confidence/notJudged").asInt()).isEqualTo(26);
        assertThat(progress.at("/totals/completion/notStarted").asInt()).isEqualTo(26);
    }

    @Test
    void onTheFirstOfOctoberWithNothingDoneExactlySixAreOverdueAndNoneOnTheDayBefore() {
        assertThat(with(service.progress("strategy", "2022-09-30"), "OVERDUE")).isEmpty();
        JsonNode october = service.progress("strategy", "2022-10-01");

        assertThat(with(october, "OVERDUE")).hasSize(6);
        assertThat(october.at("/totals/timeliness/overdue").asInt()).isEqualTo(6);
        assertThat(october.at("/quarters/0/totals/timeliness/overdue").asInt()).isEqualTo(6);
        assertThat(with(october, "DUE_THIS_QUARTER")).hasSize(6);
    }

    @Test
    void undatedIsNeverAnythingElse() {
        assertThat(with(service.progress("strategy", "2099-12-31"), "UNDATED"))
                .containsExactlyInAnyOrderElementsOf(UNDATED);
        JsonNode done = StrategyLedger.of(service.progress("strategy", "2099-12-31"), "2.1");
        assertThat(done.path("completion").asString()).isEqualTo("COMPLETED");
        assertThat(done.has("due")).isFalse();
        assertThat(done.has("dueOn")).isFalse();
    }

    /** The lines of a table as CSV, its header first. */
    private static List<String> csv(String login, String path) {
        Reply table =
                Login.send(service.login(login).request(path).header("Accept", "text/csv").GET());

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        return table.text().lines().toList();
    }

    @Test
    void theSameActionsComeAsCsv() {
        List<String> lines = csv("strategy", "/api/strategy/progress?asOf=2023-02-01");

        assertThat(lines).hasSize(27);
        assertThat(lines.getFirst())
                .startsWith("id,number,version,aim,title,due,dueOn,originalDue,timeliness,")
                .contains(",confidence.grade,", ",evidence.engagements,");
        assertThat(lines)
                .anyMatch(
                        line ->
                                line.contains(",3.3,")
                                        && line.contains(",IN_DOUBT,2023-02-01,Few people,false,"));
    }

    @Test
    void theTotalsOfAimsAndQuartersAreTablesOfTheirOwn() {
        String asOf = "?asOf=2023-02-01";
        JsonNode whole = service.progress("auditor", "2023-02-01");
        for (String table : List.of("aims", "quarters")) {
            JsonNode rows =
                    service.login("strategy")
                            .get("/api/strategy/progress/" + table + asOf)
                            .isOk(200)
                            .json();

            assertThat(rows).isNotEmpty().isEqualTo(whole.path(table));
            assertThat(service.lastRead("strategy").path("what").asString())
                    .isEqualTo("STRATEGY_PROGRESS");
            String header = String.join(",", places("", rows.path(0)));
            assertThat(csv("strategy", "/api/strategy/progress/" + table + asOf))
                    .containsExactlyElementsOf(
                            Stream.concat(
                                            Stream.of(header),
                                            rows.valueStream().map(row -> cells(header, row)))
                                    .toList());
        }
        assertThat(csv("auditor", "/api/strategy/progress/aims" + asOf))
                .hasSize(6)
                .anyMatch(line -> line.startsWith("2,Digital Capability,4,0,2,1,0,0,1,2,1,1,"));
        assertThat(csv("auditor", "/api/strategy/progress/quarters" + asOf))
                .hasSize(6)
                .last()
                .asString()
                .startsWith("\"\",,4,0,0,0,0,0,4,");
        assertThat(csv("auditor", "/api/strategy/progress/aims?asOf=2020-11-01")).hasSize(1);
    }

    private static List<String> places(String prefix, JsonNode node) {
        return node.properties().stream()
                .flatMap(
                        it ->
                                it.getValue().isObject()
                                        ? places(prefix + it.getKey() + ".", it.getValue()).stream()
                                        : Stream.of(prefix + it.getKey()))
                .toList();
    }

    private static String cells(String header, JsonNode row) {
        return Stream.of(header.split(",", -1))
                .map(column -> row.at("/" + column.replace('.', '/')).asString(""))
                .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                .collect(Collectors.joining(","))
                .replaceAll("^,", "\"\",");
    }

    @Test
    void beforeItWasAdoptedThereIsNoPlan() {
        JsonNode before = service.progress("strategy", "2020-11-01");

        assertThat(before.path("actions")).isEmpty();
        assertThat(before.at("/totals/actions").asInt()).isZero();
        service.login("strategy")
                .get("/api/strategy/actions/1.1?asOf=2020-11-01")
                .isRefused(404, "ACTION_UNKNOWN number");
    }

    @Test
    void todayIsMeantUnlessADayIsSaid() {
        assertThat(
                        service.login("auditor")
                                .get("/api/strategy/progress")
                                .isOk(200)
                                .json()
                                .path("asOf"))
                .hasToString(
                        "\"%s\""
                                .formatted(
                                        service.login("auditor")
                                                .get("/api/demo/clock")
                                                .json()
                                                .path("now")
                                                .asString()
                                                .substring(0, 10)));
        service.login("auditor").get("/api/strategy/progress?asOf=12022-01-01").isProblem(422);
    }

    @Test
    void doneInTimeAndDoneLateAreByTheDayOnWhichItWasDoneAndKnownSinceItWasRecorded() {
        assertThat(timeliness("1.4", "2023-01-04")).isEqualTo("OVERDUE");
        assertThat(timeliness("1.4", "2023-01-05")).isEqualTo("DONE_IN_TIME");
        assertThat(timeliness("2.4", "2023-01-31")).isEqualTo("DONE_LATE");
        assertThat(timeliness("2.4", "2023-02-01")).isEqualTo("OVERDUE");
        JsonNode done = StrategyLedger.of(service.progress("strategy", "2023-01-31"), "2.4");
        assertThat(done.path("completedOn").asString()).isEqualTo("2023-01-02");
        assertThat(done.path("startedOn").asString()).isEqualTo("2022-10-10");
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        JsonNode reopened = StrategyLedger.of(service.progress("strategy", "2023-02-01"), "2.4");
        assertThat(reopened.has("completedOn")).isFalse();
        assertThat(reopened.path("completion").asString()).isEqualTo("STARTED");
    }

    @Test
    void whatWasDoneAndWhatWasReopenedStaysOnTheActionsPage() {
        JsonNode page =
                service.login("strategy")
                        .get("/api/strategy/actions/2.4?asOf=2023-06-01")
                        .isOk(200)
                        .json();
        assertThat(page.path("completions")).hasSize(1);
        assertThat(page.at("/completions/0/on").asString()).isEqualTo("2023-01-02");
        assertThat(page.at("/completions/0/day").asString()).isEqualTo("2023-01-05");
        assertThat(page.path("reopenings")).hasSize(1);
        assertThat(page.at("/reopenings/0/day").asString()).isEqualTo("2023-02-01");
        assertThat(page.at("/reopenings/0/reason").asString()).isEqualTo("Something is missing");
        assertThat(
                        service.login("strategy")
                                .get("/api/strategy/actions/2.4?asOf=2023-01-31")
                                .isOk(200)
                                .json()
                                .path("reopenings"))
                .isEmpty();
    }

    @Test
    void rebaseliningTakesItOutOfOverdueAndStaysOnRecord() {
        assertThat(timeliness("4.4", "2023-01-11")).isEqualTo("OVERDUE");
        JsonNode then =
                service.login("strategy")
                        .get("/api/strategy/actions/4.4?asOf=2023-01-12")
                        .isOk(200)
                        .json();
        assertThat(then.at("/progress/timeliness").asString()).isEqualTo("DUE_THIS_QUARTER");
        assertThat(then.path("rebaselinings")).hasSize(1);
        Reply now =
                service.login("strategy")
                        .get("/api/strategy/actions/4.4?asOf=2023-06-01")
                        .isOk(200);

        assertThat(now.header("ETag")).isEqualTo("\"2\"");
        assertThat(now.json().at("/progress/originalDue").asString()).isEqualTo("2022-Q3");
        assertThat(now.json().at("/progress/due").asString()).isEqualTo("2023-Q1");
        assertThat(now.json().at("/progress/dueOn").asString()).isEqualTo("2023-06-30");
        assertThat(
                        now.json()
                                .path("rebaselinings")
                                .valueStream()
                                .map(
                                        it ->
                                                "%s %s-%s %s, %s"
                                                        .formatted(
                                                                it.path("day").asString(),
                                                                it.path("from").asString(),
                                                                it.path("to").asString(),
                                                                it.path("reason").asString(),
                                                                it.path("decidedBy").asString())))
                .containsExactly(
                        "2023-01-12 2022-Q3-2022-Q4 No time, The board",
                        "2023-03-01 2022-Q4-2023-Q1 Still none, The board");
    }

    @Test
    void aJudgementIsStaleAfterAQuarterUntilTheNext() {
        JsonNode fresh =
                StrategyLedger.of(service.progress("strategy", "2023-01-14"), "3.3")
                        .path("confidence");
        JsonNode stale =
                StrategyLedger.of(service.progress("strategy", "2023-01-15"), "3.3")
                        .path("confidence");
        JsonNode next = service.progress("strategy", "2023-02-01");

        assertThat(fresh.path("grade").asString()).isEqualTo("PROBABLE");
        assertThat(fresh.path("judgedOn").asString()).isEqualTo("2022-10-15");
        assertThat(fresh.path("reason").asString()).isEqualTo("On the way");
        assertThat(fresh.path("stale").asBoolean()).isFalse();
        assertThat(stale.path("stale").asBoolean()).isTrue();
        assertThat(StrategyLedger.of(next, "3.3").at("/confidence/stale").asBoolean()).isFalse();
        assertThat(StrategyLedger.of(next, "3.3").path("percent").asInt()).isEqualTo(60);
        assertThat(next.at("/totals/confidence/inDoubt").asInt()).isEqualTo(1);
        assertThat(next.at("/totals/confidence/stale").asInt()).isZero();
        assertThat(
                        service.login("strategy")
                                .get("/api/strategy/actions/3.3?asOf=2023-02-01")
                                .json()
                                .path("judgements")
                                .valueStream()
                                .map(it -> it.path("grade").asString() + it.path("percent")))
                .containsExactly("PROBABLE30", "IN_DOUBT60");
    }

    private static List<String> changes(String login, String asked) {
        return service.pages(login, "/api/strategy/changes?" + asked, "").stream()
                .map(
                        it ->
                                "%s %s %s"
                                        .formatted(
                                                it.path("day").asString(),
                                                it.path("number").asString(),
                                                it.path("event").asString()))
                .toList();
    }

    @Test
    void whatChangedSinceADayIsToldEventByEvent() {
        List<String> since =
                List.of(
                        "2023-01-12 4.4 Rebaselined",
                        "2023-02-01 2.4 Reopened",
                        "2023-02-01 2.1 Completed",
                        "2023-02-01 3.3 ProgressReported",
                        "2023-03-01 4.4 Rebaselined");

        assertThat(changes("strategy", "since=2023-01-06")).isEqualTo(since);
        assertThat(changes("strategy", "since=2023-01-06&limit=2")).isEqualTo(since);
        assertThat(changes("strategy", "since=2023-01-12&action=4.4"))
                .containsExactly("2023-01-12 4.4 Rebaselined", "2023-03-01 4.4 Rebaselined");
        assertThat(changes("strategy", "since=2023-03-02")).isEmpty();
        JsonNode first =
                service.login("strategy")
                        .get("/api/strategy/changes?since=2023-01-06")
                        .json()
                        .path(0);
        assertThat(first.at("/facts/to").asString()).isEqualTo("2022-Q4");
        assertThat(first.path("actor").asString()).isEqualTo("strategy");
        assertThat(first.path("title").asString())
                .isEqualTo("The charging checklist for children in care, revised");
        assertThat(first.path("sequence").asLong()).isEqualTo(1);
    }

    @Test
    void allChangesComeAsCsvButForWhatOthersLinkedToWhoeverMaySeeNoCases() {
        String asked = "/api/strategy/changes?since=2022-10-20&action=3.4";
        List<String> lines = csv("auditor", asked);

        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "position,day,action,number,title,sequence,eventId,event,recordedAt,actor,"
                                + "role,engagement,facts");
        assertThat(lines.get(2))
                .contains(
                        ",2022-10-20,%s:3.4,3.4,".formatted(AdoptPlan.PLAN),
                        ",EvidenceLinked,",
                        ",coordinator,COORDINATOR,%s,\"{\"\"".formatted(ANOTHER),
                        "\"\"note\"\":\"\"Another case\"\"");
        assertThat(csv("strategy", asked)).hasSize(4).noneMatch(line -> line.contains(ANOTHER));
        assertThat(engagements(service.lastRead("strategy"))).containsExactly(ONE);
        assertThat(csv("strategy", "/api/strategy/changes?since=2023-03-02")).hasSize(1);
        assertThat(csv("auditor", "/api/strategy/changes?since=2020-11-01"))
                .hasSize(
                        1
                                + service.pages(
                                                "auditor",
                                                "/api/strategy/changes?since=2020-11-01",
                                                "")
                                        .size());
        Login.send(
                        service.login("auditor")
                                .request("/api/strategy/changes")
                                .header("Accept", "text/csv")
                                .GET())
                .isProblem(422);
    }

    @Test
    void whoeverMaySeeNoCasesSeesTheLinksThatTheyMadeAndNotHowFewOthersAre() {
        String linked = "since=2022-10-20&action=3.4";
        assertThat(changes("auditor", linked)).hasSize(4);
        assertThat(changes("strategy", linked)).hasSize(3);
        JsonNode whole =
                service.login("triage")
                        .get("/api/strategy/actions/3.4?asOf=2022-12-01")
                        .isOk(200)
                        .json();
        Reply seen =
                service.login("strategy")
                        .get("/api/strategy/actions/3.4?asOf=2022-12-01")
                        .isOk(200);

        assertThat(whole.path("links")).hasSize(4);
        assertThat(whole.path("linkedByOthers").asLong()).isZero();
        assertThat(whole.at("/progress/evidence/linkedEngagements").asLong()).isEqualTo(2);
        assertThat(whole.at("/progress/evidence/documents").asLong()).isEqualTo(1);
        assertThat(seen.text()).contains(ONE, DOCUMENT).doesNotContain(ANOTHER, "Another case");
        assertThat(seen.json().path("links")).hasSize(3);
        assertThat(seen.json().has("linkedByOthers")).isFalse();
        assertThat(seen.json().at("/progress/evidence/linkedEngagements").asLong())
                .as("Their own, and of others none in whole steps")
                .isEqualTo(1);
        assertThat(seen.json().at("/progress/evidence/engagements").asLong(-1))
                .as("By no rule")
                .isZero();
        assertThat(seen.json().at("/progress/evidence/suppressed").asBoolean()).isFalse();
        assertThat(seen.json().at("/progress/evidence/stepsOf").asInt()).isEqualTo(5);
        assertThat(whole.at("/progress/evidence").has("stepsOf")).isFalse();
        Reply evidence =
                service.login("strategy")
                        .get("/api/strategy/actions/3.4/evidence?asOf=2022-12-01")
                        .isOk(200);
        assertThat(evidence.text()).contains(ONE, DOCUMENT).doesNotContain(ANOTHER);
        assertThat(
                        service.login("coordinator")
                                .get("/api/strategy/actions/3.4/evidence?asOf=2022-12-01")
                                .json()
                                .path("links")
                                .valueStream()
                                .map(it -> it.path("note").asString()))
                .containsExactly("The same case", "The guidance", "Another case");
    }

    @Test
    void everyReadIsOnRecordWithTheEngagementsThatItShows() {
        service.login("triage").get("/api/strategy/actions/3.4?asOf=2022-12-01").isOk(200);
        JsonNode linked = service.lastRead("triage");
        service.progress("strategy", "2022-12-01");
        JsonNode progress = service.lastRead("strategy");
        service.login("strategy")
                .get("/api/strategy/actions/9.9")
                .isRefused(404, "ACTION_UNKNOWN number");
        JsonNode unknown = service.lastRead("strategy");
        service.login("strategy")
                .get("/api/strategy/changes?since=2022-10-20&action=3.4")
                .isOk(200);
        JsonNode changes = service.lastRead("strategy");

        assertThat(linked.path("what").asString()).isEqualTo("STRATEGY_ACTION");
        assertThat(linked.path("askedFor").asString()).isEqualTo(AdoptPlan.PLAN + ":3.4");
        assertThat(engagements(linked)).containsExactly(ONE, ANOTHER);
        assertThat(progress.path("what").asString()).isEqualTo("STRATEGY_PROGRESS");
        assertThat(progress.path("terms").asString()).isEqualTo("asOf=2022-12-01");
        assertThat(progress.path("shown").asInt()).isEqualTo(26);
        assertThat(unknown.path("askedFor").asString()).isEqualTo(AdoptPlan.PLAN + ":9.9");
        assertThat(unknown.path("shown").asInt()).isZero();
        assertThat(changes.path("what").asString()).isEqualTo("STRATEGY_CHANGES");
        assertThat(changes.path("terms").asString()).isEqualTo("since=2022-10-20");
        assertThat(engagements(changes)).containsExactly(ONE);
    }

    private static Set<String> engagements(JsonNode access) {
        Set<String> engagements = new TreeSet<>();
        access.path("engagements").forEach(it -> engagements.add(it.asString()));
        return engagements;
    }
}
