package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.http.StrategyLedger.action;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.api.strategy.PlanFile;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.Adopted;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.EvidenceRuleDeclared;
import org.engagementledger.domain.strategy.EvidenceRuleEnded;
import org.engagementledger.domain.strategy.PlannedAction;
import org.engagementledger.domain.strategy.PlannedAim;
import org.engagementledger.domain.strategy.PlannedRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What counts as evidence in the played pilot, as of any day, held against a count of the events
 * themselves: by the rules of the plan, which is adopted after it, and by others that were declared
 * while it went on.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EvidenceOfThePilotTest {

    /** When the pilot is over, and its plan adopted. */
    private static final LocalDate AFTER = day("2020-11-27");

    private static final List<String> DAYS =
            List.of(
                    "2020-11-02",
                    "2020-11-05",
                    "2020-11-12",
                    "2020-11-15",
                    "2020-11-16",
                    "2020-11-19",
                    "2020-11-20",
                    "2020-11-30",
                    "2023-06-01");

    /**
     * The engagements that count by a criterion, from the events alone. What was recorded in error
     * hasn't happened.
     */
    private static final String FROM_THE_EVENTS =
            """
            SELECT DISTINCT aggregate_id FROM ledger.history AS it
            WHERE recorded_in_london::date BETWEEN ? AND ?
              AND NOT EXISTS (
                  SELECT FROM ledger.history AS wrong
                  WHERE wrong.aggregate_id = it.aggregate_id AND wrong.name = 'engagement.RecordedInError'
                    AND (wrong.payload ->> 'sequence')::bigint = it.sequence)
              AND CASE ?
                  WHEN 'DIVERSION' THEN name IN ('engagement.Submitted', 'engagement.Amended')
                      AND payload @> '{"issues":[{"category":"OUT_OF_COURT_DISPOSAL"}]}'
                  WHEN 'LITIGANT_IN_PERSON' THEN name = 'engagement.Submitted'
                      AND payload #>> '{requester,firm}' IS NULL
                  WHEN 'VIRTUAL_MEETING' THEN name = 'engagement.MeetingHeld'
                  ELSE name IN ('engagement.Submitted', 'engagement.Amended')
                      AND jsonb_path_exists(payload, '$.**.needs[*] ? (@ == $need)', jsonb_build_object('need', ?::text))
                  END
            """;

    @TempDir static Path directory;

    private static StrategyLedger service;

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    /** A rule, and the days on which it was declared, and on which its end was. */
    private record Rule(
            String action,
            String id,
            EvidenceCriterion criterion,
            LocalDate declared,
            LocalDate from,
            @Nullable LocalDate ended,
            @Nullable LocalDate last) {}

    private static final List<Rule> DURING =
            List.of(
                    during("90.1", "R1", EvidenceCriterion.CHILD, "2020-11-02", "2020-10-01"),
                    during(
                            "90.2",
                            "R1",
                            EvidenceCriterion.MENTAL_HEALTH,
                            "2020-11-02",
                            "2020-11-04"),
                    during(
                            "90.2",
                            "R2",
                            EvidenceCriterion.VIRTUAL_MEETING,
                            "2020-11-02",
                            "2020-11-10"),
                    during(
                            "90.3",
                            "R1",
                            EvidenceCriterion.LITIGANT_IN_PERSON,
                            "2020-11-02",
                            "2020-10-01"),
                    during("90.4", "R1", EvidenceCriterion.DIVERSION, "2020-11-02", "2020-10-01"),
                    new Rule(
                            "90.5",
                            "R1",
                            EvidenceCriterion.NEURODIVERGENCE,
                            day("2020-11-16"),
                            day("2020-11-03"),
                            day("2020-11-20"),
                            day("2020-11-12")),
                    over("90.6", EvidenceCriterion.VIRTUAL_MEETING, "2020-11-02", "2020-11-08"),
                    over("90.7", EvidenceCriterion.VIRTUAL_MEETING, "2020-11-09", "2020-11-15"),
                    over("90.8", EvidenceCriterion.VIRTUAL_MEETING, "2020-11-16", "2020-11-22"),
                    over("90.9", EvidenceCriterion.LITIGANT_IN_PERSON, "2020-11-02", "2020-11-22"),
                    over("90.10", EvidenceCriterion.LITIGANT_IN_PERSON, "2020-11-02", "2020-11-08"),
                    over(
                            "90.11",
                            EvidenceCriterion.LITIGANT_IN_PERSON,
                            "2020-11-09",
                            "2020-11-22"));

    private static Rule over(String action, EvidenceCriterion criterion, String from, String last) {
        return new Rule(
                action,
                "R1",
                criterion,
                day("2020-11-02"),
                day(from),
                day("2020-11-23"),
                day(last));
    }

    private static Rule during(
            String action, String id, EvidenceCriterion criterion, String declared, String from) {
        return new Rule(action, id, criterion, day(declared), day(from), null, null);
    }

    private static final List<Rule> RULES = rules();

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(DURING);
        for (PlannedAim aim : PlanFile.ofTheProject().command().aims()) {
            for (PlannedAction action : aim.actions()) {
                for (PlannedRule rule : action.evidence()) {
                    rules.add(
                            new Rule(
                                    Objects.requireNonNull(action.number()),
                                    "R" + (action.evidence().indexOf(rule) + 1),
                                    Objects.requireNonNull(rule.criterion()),
                                    AFTER,
                                    Objects.requireNonNull(rule.from()),
                                    null,
                                    null));
                }
            }
        }
        return rules;
    }

    private static Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>();
        RULES.forEach(rule -> numbers.add(rule.action()));
        return numbers;
    }

    @BeforeAll
    static void play() throws InterruptedException {
        service = new StrategyLedger(directory.resolve("home"), true);
        service.adopt();
        for (Rule rule : DURING) {
            if (rule.id().equals("R1")) {
                service.on(
                        day("2020-11-02"),
                        "strategy",
                        new Adopted(
                                action(rule.action()),
                                AdoptPlan.PLAN,
                                90,
                                "Aim",
                                "Title",
                                null,
                                null));
            }
            service.on(
                    rule.declared(),
                    "strategy",
                    new EvidenceRuleDeclared(
                            action(rule.action()), rule.id(), rule.criterion(), rule.from()));
            if (rule.ended() != null && rule.last() != null) {
                service.on(
                        rule.ended(),
                        "strategy",
                        new EvidenceRuleEnded(action(rule.action()), rule.id(), rule.last()));
            }
        }
        service.awaitShown();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static long shown(JsonNode progress, String number) {
        return progress.path("actions")
                .valueStream()
                .filter(it -> it.path("number").asString().equals(number))
                .mapToLong(it -> it.at("/evidence/engagements").asLong())
                .sum();
    }

    /** The engagements that a rule counts as of a day, by the events alone. */
    private static Set<String> counted(Rule rule, LocalDate asOf) {
        return counted(rule, asOf, asOf);
    }

    /** The same of what was recorded until a day. */
    private static Set<String> counted(Rule rule, LocalDate asOf, LocalDate until) {
        boolean declared = !rule.declared().isAfter(asOf);
        boolean ends = rule.ended() != null && rule.last() != null && !rule.ended().isAfter(asOf);
        return !declared
                ? Set.of()
                : new TreeSet<>(
                        service.tables()
                                .sql(FROM_THE_EVENTS)
                                .param(rule.from())
                                .param(ends && rule.last().isBefore(until) ? rule.last() : until)
                                .param(rule.criterion().name())
                                .param(rule.criterion().name())
                                .query(String.class)
                                .list());
    }

    /** The same of all rules of an action. */
    private static Set<String> counted(String action, LocalDate asOf) {
        return counted(action, asOf, asOf);
    }

    private static Set<String> counted(String action, LocalDate asOf, LocalDate until) {
        Set<String> counted = new TreeSet<>();
        RULES.stream()
                .filter(rule -> rule.action().equals(action))
                .forEach(rule -> counted.addAll(counted(rule, asOf, until)));
        return counted;
    }

    @Test
    void asManyEngagementsCountOnAnyDayAsTheEventsSayAndEachOnce() {
        Map<String, Long> most = new TreeMap<>();
        for (String asOf : DAYS) {
            JsonNode progress = service.progress("auditor", asOf);
            for (String number : numbers()) {
                long expected = counted(number, day(asOf)).size();
                most.merge(number, expected, Math::max);
                assertThat(shown(progress, number))
                        .as("%s as of %s", number, asOf)
                        .isEqualTo(expected);
            }
        }
        assertThat(RULES)
                .as("The pilot has some of each")
                .allSatisfy(rule -> assertThat(most.get(rule.action())).isPositive());
        assertThat(most.get("90.2"))
                .as("Some count by both rules, and once")
                .isLessThan(
                        RULES.stream()
                                .filter(rule -> rule.action().equals("90.2"))
                                .mapToLong(rule -> counted(rule, day("2023-06-01")).size())
                                .sum());
    }

    @Test
    void aCountThatIsOpenedShowsAsManyEngagementsWithTheirEvents() {
        for (String asOf : List.of("2020-11-12", "2020-11-30")) {
            for (String number : List.of("90.1", "90.2", "90.3", "90.4", "90.5")) {
                String path = "/api/strategy/actions/%s/evidence?asOf=%s".formatted(number, asOf);
                JsonNode whole = service.login("prosecutor").get(path).isOk(200).json();
                List<JsonNode> opened =
                        service.pages("prosecutor", path + "&limit=7", "engagements");

                assertThat(opened)
                        .hasSize(whole.at("/count/engagements").asInt())
                        .extracting(it -> it.path("engagement").asString())
                        .containsExactlyElementsOf(counted(number, day(asOf)));
                for (JsonNode entry : opened) {
                    entry.path("because").forEach(it -> isTheEvent(entry, it));
                }
                for (JsonNode rule : whole.path("rules")) {
                    String id = rule.at("/rule/rule").asString();
                    assertThat(
                                    opened.stream()
                                            .filter(
                                                    it ->
                                                            it.path("because")
                                                                    .valueStream()
                                                                    .anyMatch(
                                                                            why ->
                                                                                    why.path("rule")
                                                                                            .asString()
                                                                                            .equals(
                                                                                                    id))))
                            .hasSize(rule.path("engagements").asInt());
                }
            }
        }
    }

    @Test
    void theSameEngagementsComeAsCsvWithARowForEachRuleAndNoneForWhoeverMaySeeNoCases() {
        String path = "/api/strategy/actions/90.2/evidence?asOf=2020-11-30";
        List<String> expected = new ArrayList<>();
        expected.add("engagement,rule,criterion,sequence,eventId,position,day");
        for (JsonNode entry : service.pages("auditor", path + "&limit=7", "engagements")) {
            for (JsonNode because : entry.path("because")) {
                expected.add(
                        Stream.of("rule", "criterion", "sequence", "eventId", "position", "day")
                                .map(column -> because.path(column).asString())
                                .collect(
                                        Collectors.joining(
                                                ",",
                                                entry.path("engagement").asString() + ",",
                                                "")));
            }
        }
        List<String> lines = csv("auditor", path).text().lines().toList();
        JsonNode access = service.lastRead("auditor");
        Set<String> engagements = counted("90.2", day("2020-11-30"));

        assertThat(lines).isEqualTo(expected).hasSizeGreaterThan(1 + engagements.size());
        assertThat(access.path("what").asString()).isEqualTo("STRATEGY_EVIDENCE");
        assertThat(access.path("engagements").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(engagements);
        assertThat(csv("strategy", path).text().lines()).containsExactly(expected.getFirst());
        csv("auditor", "/api/strategy/actions/9.9/evidence")
                .isRefused(404, "ACTION_UNKNOWN number");
    }

    private static Reply csv(String login, String path) {
        return Login.send(service.login(login).request(path).header("Accept", "text/csv").GET());
    }

    private static void isTheEvent(JsonNode entry, JsonNode because) {
        assertThat(
                        service.tables()
                                .sql(
                                        """
                                        SELECT position || ' ' || recorded_in_london::date
                                        FROM ledger.history JOIN ledger.feed USING (global_index)
                                        WHERE event_id = ? AND aggregate_id = ? AND sequence = ?
                                        """)
                                .param(because.path("eventId").asString())
                                .param(entry.path("engagement").asString())
                                .param(because.path("sequence").asLong())
                                .query(String.class)
                                .single())
                .isEqualTo(
                        because.path("position").asLong() + " " + because.path("day").asString());
    }

    /** The last Sunday by then that is over. */
    private static LocalDate ended(LocalDate asOf) {
        LocalDate today =
                LocalDate.parse(
                        service.login("strategy")
                                .get("/api/demo/clock")
                                .json()
                                .path("now")
                                .asString()
                                .substring(0, 10));
        LocalDate sunday = asOf.isBefore(today) ? asOf : today.minusDays(1);
        while (sunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
            sunday = sunday.minusDays(1);
        }
        return sunday;
    }

    /** Whether a rule of the action has begun. */
    private static boolean counts(String action, LocalDate asOf, LocalDate until) {
        return RULES.stream()
                .filter(rule -> rule.action().equals(action))
                .anyMatch(rule -> !rule.declared().isAfter(asOf) && !rule.from().isAfter(until));
    }

    private static int inSteps(int count) {
        return count - count % 5;
    }

    /** How a number is told of which less than a step isn't. */
    private static void isToldInSteps(JsonNode told, int count) {
        assertThat(told.has("engagements")).isEqualTo(count >= 5);
        assertThat(told.path("engagements").asInt()).isEqualTo(inSteps(count));
        assertThat(told.path("suppressed").asBoolean()).isEqualTo(count < 5);
    }

    @Test
    void whoeverMaySeeNoCasesIsToldCountsOfEndedWeeksInWholeSteps() {
        Set<String> found = new TreeSet<>();
        for (String asOf : DAYS) {
            LocalDate until = ended(day(asOf));
            for (JsonNode it : service.progress("strategy", asOf).path("actions")) {
                String number = it.path("number").asString();
                JsonNode evidence = it.path("evidence");
                int count = counted(number, day(asOf), until).size();
                assertThat(evidence.path("stepsOf").asInt()).isEqualTo(5);
                if (counts(number, day(asOf), until)) {
                    isToldInSteps(evidence, count);
                    found.add(
                            count == 0 ? "none" : count < 5 ? "few" : count % 5 > 0 ? "more" : "");
                } else {
                    assertThat(evidence.path("engagements").asInt(-1)).isZero();
                    assertThat(evidence.path("suppressed").asBoolean()).isFalse();
                }
            }
            for (String number : numbers()) {
                isToldInStepsByEachRule(number, asOf);
            }
        }
        assertThat(found).contains("none", "few", "more");
        Reply opened =
                service.login("strategy")
                        .get("/api/strategy/actions/90.2/evidence?asOf=2020-11-30")
                        .isOk(200);
        assertThat(opened.json().path("engagements")).isEmpty();
        assertThat(opened.json().at("/count/engagements").asLong()).isPositive();
        assertThat(opened.header("Link")).isEmpty();
    }

    private static void isToldInStepsByEachRule(String number, String asOf) {
        String path = "/api/strategy/actions/%s/evidence?asOf=%s".formatted(number, asOf);
        Reply whole = service.login("strategy").get(path);
        if (whole.status() == 404) {
            return;
        }
        for (JsonNode told : whole.json().path("rules")) {
            Rule rule =
                    RULES.stream()
                            .filter(it -> it.action().equals(number))
                            .filter(it -> it.id().equals(told.at("/rule/rule").asString()))
                            .findFirst()
                            .orElseThrow();
            LocalDate until = ended(day(asOf));
            if (!rule.from().isAfter(until)) {
                isToldInSteps(told, counted(rule, day(asOf), until).size());
            }
        }
    }

    @Test
    void theyAreToldNoMoreInCsv() {
        List<String> lines =
                csv("strategy", "/api/strategy/progress?asOf=2020-11-30").text().lines().toList();
        int engagements = List.of(lines.getFirst().split(",")).indexOf("evidence.engagements");
        JsonNode actions = service.progress("strategy", "2020-11-30").path("actions");

        assertThat(lines).hasSize(1 + actions.size());
        for (int i = 0; i < actions.size(); i++) {
            String line = lines.get(i + 1).replaceAll("\"[^\"]*\"", "");
            assertThat(line.split(",", -1)[engagements])
                    .isEqualTo(actions.get(i).at("/evidence/engagements").asString(""));
        }
    }

    private static int engagements(String login, String number) {
        return StrategyLedger.of(service.progress(login, "2020-11-30"), number)
                .at("/evidence/engagements")
                .asInt();
    }

    /** A rule over one week counts what that week's row of the summary hides. */
    @Test
    void aRuleOverOneWeekTellsOfItWhatTheSummaryTells() {
        List<String> weeks = List.of("90.6", "90.7", "90.8");
        JsonNode told =
                service.login("strategy").get("/api/evaluation/summary?per=WEEK").isOk(200).json();
        JsonNode whole =
                service.login("auditor").get("/api/evaluation/summary?per=WEEK").isOk(200).json();
        int exact = 0;
        for (int i = 0; i < weeks.size(); i++) {
            String week = "2020-W" + (45 + i);
            assertThat(of(whole, week).path("slotsHeld").asInt())
                    .isEqualTo(engagements("auditor", weeks.get(i)));
            assertThat(engagements("strategy", weeks.get(i)))
                    .as("%s", week)
                    .isEqualTo(of(told, week).path("slotsHeld").asInt());
            exact +=
                    engagements("strategy", weeks.get(i)) == engagements("auditor", weeks.get(i))
                            ? 1
                            : 0;
        }
        assertThat(exact).isLessThan(weeks.size());
    }

    private static JsonNode of(JsonNode weeks, String week) {
        return weeks.valueStream()
                .filter(it -> it.path("key").asString().equals(week))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rulesThatShareTheDaysOutDontTellWhatIsLeft() {
        List<String> parts = List.of("90.10", "90.11");
        int whole = engagements("strategy", "90.9");
        int told = parts.stream().mapToInt(part -> engagements("strategy", part)).sum();

        assertThat(parts.stream().mapToInt(part -> engagements("auditor", part)).sum())
                .as("Each day is in one of them")
                .isEqualTo(engagements("auditor", "90.9"));
        for (String part : parts) {
            int few = engagements("auditor", part);
            int left = whole - (told - engagements("strategy", part));
            assertThat(few).isBetween(1, 4);
            assertThat(left).as("%s, of which there are %d", part, few).isNotEqualTo(few);
            assertThat(left % 5).isZero();
        }
    }

    @Test
    void oneActionShowsThemWhatThePlanShowsOfIt() {
        for (String asOf : List.of("2020-11-05", "2020-11-20", "2020-11-30")) {
            JsonNode plan = service.progress("strategy", asOf);
            for (JsonNode it : plan.path("actions")) {
                String path = "/api/strategy/actions/" + it.path("number").asString();
                assertThat(
                                service.login("strategy")
                                        .get(path + "?asOf=" + asOf)
                                        .isOk(200)
                                        .json()
                                        .at("/progress/evidence"))
                        .isEqualTo(it.path("evidence"));
                assertThat(
                                service.login("strategy")
                                        .get(path + "/evidence?asOf=" + asOf)
                                        .isOk(200)
                                        .json()
                                        .path("count"))
                        .isEqualTo(it.path("evidence"));
            }
        }
    }

    @Test
    void whoOpensACountIsOnRecordWithTheEngagementsThatTheyAreShown() {
        service.login("triage")
                .get("/api/strategy/actions/90.1/evidence?asOf=2020-11-30")
                .isOk(200);
        JsonNode access = service.lastRead("triage");
        Set<String> engagements = new TreeSet<>();
        access.path("engagements").forEach(it -> engagements.add(it.asString()));

        assertThat(access.path("what").asString()).isEqualTo("STRATEGY_EVIDENCE");
        assertThat(access.path("askedFor").asString()).isEqualTo(AdoptPlan.PLAN + ":90.1");
        assertThat(engagements).isNotEmpty().isEqualTo(counted("90.1", day("2020-11-30")));
    }
}
