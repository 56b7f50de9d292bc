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
                            day("2020-11-12")));

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
        csv("auditor", "/api/strategy/actions/9.9/evidence").isRefused(404, "ACTION_UNKNOWN");
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

    @Test
    void whoeverMaySeeNoCasesIsToldCountsOfEndedWeeksUnlessTheyAreSmall() {
        Set<String> found = new TreeSet<>();
        for (String asOf : DAYS) {
            Map<String, Set<String>> told = new TreeMap<>();
            JsonNode seen = service.progress("strategy", asOf);
            for (JsonNode it : seen.path("actions")) {
                String number = it.path("number").asString();
                Set<String> expected = counted(number, day(asOf), ended(day(asOf)));
                boolean small = !expected.isEmpty() && expected.size() < 5;
                boolean suppressed = it.at("/evidence/suppressed").asBoolean();
                assertThat(it.path("evidence").has("engagements")).isNotEqualTo(suppressed);
                if (small) {
                    assertThat(suppressed).as("%s as of %s", number, asOf).isTrue();
                }
                if (!suppressed) {
                    assertThat(it.at("/evidence/engagements").asInt())
                            .as("%s as of %s", number, asOf)
                            .isEqualTo(expected.size());
                    told.put(number, expected);
                }
                found.add(small ? "small" : suppressed ? "hidden with others" : "told");
            }
            // The project's own rules, of which some are a part of others.
            noFewAreLeft(told, "2.3", "2.4");
            noFewAreLeft(told, "2.3", "3.3");
        }
        assertThat(found).contains("small", "told");
        Reply opened =
                service.login("strategy")
                        .get("/api/strategy/actions/90.2/evidence?asOf=2020-11-30")
                        .isOk(200);
        assertThat(opened.json().path("engagements")).isEmpty();
        assertThat(opened.json().at("/count/engagements").asLong()).isPositive();
        assertThat(opened.header("Link")).isEmpty();
    }

    private static void noFewAreLeft(Map<String, Set<String>> told, String part, String whole) {
        if (told.containsKey(part) && told.containsKey(whole)) {
            Set<String> left = new TreeSet<>(told.getOrDefault(whole, Set.of()));
            left.removeAll(told.getOrDefault(part, Set.of()));
            assertThat(left)
                    .as("In %s, but not in %s", whole, part)
                    .satisfiesAnyOf(
                            it -> assertThat(it).isEmpty(),
                            it -> assertThat(it).hasSizeGreaterThan(4));
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
