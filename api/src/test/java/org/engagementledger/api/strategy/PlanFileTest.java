package org.engagementledger.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.AdoptPlan.Placed;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.PlannedAction;
import org.engagementledger.domain.strategy.PlannedAim;
import org.engagementledger.domain.strategy.StrategyAction;
import org.engagementledger.domain.strategy.Timeliness;
import org.engagementledger.domain.strategy.Timing;
import org.junit.jupiter.api.Test;

/** The project's plan is the published one: its numbers, aims and timings. */
class PlanFileTest {

    private final AdoptPlan plan = PlanFile.ofTheProject().command();

    private Stream<PlannedAction> actions() {
        return plan.aims().stream().flatMap(aim -> aim.actions().stream());
    }

    private static String number(PlannedAction action) {
        return Objects.requireNonNull(action.number());
    }

    @Test
    void itHas26ActionsUnderFiveAims() {
        assertThat(plan.plan()).isEqualTo(AdoptPlan.PLAN);
        assertThat(plan.aims())
                .extracting(PlannedAim::title)
                .containsExactly(
                        "Our People",
                        "Digital Capability",
                        "Strategic Partnerships",
                        "Casework Quality",
                        "Public Confidence");
        assertThat(plan.aims())
                .extracting(aim -> aim.actions().size())
                .containsExactly(5, 4, 7, 4, 6);
    }

    @Test
    void theyAreDueAsPublished() {
        Map<String, List<String>> due =
                actions()
                        .collect(
                                Collectors.groupingBy(
                                        action ->
                                                Objects.requireNonNullElse(action.due(), "undated"),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                PlanFileTest::number, Collectors.toList())));

        assertThat(due)
                .containsExactly(
                        Map.entry("2022-Q2", List.of("1.2", "1.3", "1.5", "3.3", "4.3", "5.5")),
                        Map.entry("2022-Q3", List.of("1.4", "2.4", "3.5", "3.6", "4.2", "4.4")),
                        Map.entry(
                                "2022-Q4",
                                List.of(
                                        "1.1", "2.2", "2.3", "3.2", "3.4", "3.7", "5.2", "5.3",
                                        "5.4")),
                        Map.entry("2023-Q1", List.of("5.6")),
                        Map.entry("undated", List.of("2.1", "3.1", "4.1", "5.1")));
    }

    @Test
    void withNothingDoneSixAreOverdueOnTheFirstOfOctober2022() {
        LocalDate day = LocalDate.of(2022, 10, 1);
        Map<Timeliness, Long> standing =
                placed().stream()
                        .map(one -> Timeliness.of(Timing.of(one.adopt().due()), null, day))
                        .collect(Collectors.groupingBy(it -> it, Collectors.counting()));

        assertThat(standing)
                .containsOnly(
                        Map.entry(Timeliness.OVERDUE, 6L),
                        Map.entry(Timeliness.DUE_THIS_QUARTER, 6L),
                        Map.entry(Timeliness.NOT_DUE, 10L),
                        Map.entry(Timeliness.UNDATED, 4L));
    }

    private List<Placed> placed() {
        Checks checks = new Checks(new Actor("strategy", Role.STRATEGY_LEAD, null));
        List<Placed> placed = plan.actions(checks);
        assertThat(checks.passed()).isTrue();
        return placed;
    }

    @Test
    void everyActionCanBeAdopted() {
        Actor lead = new Actor("strategy", Role.STRATEGY_LEAD, null);
        assertThat(placed())
                .hasSize(26)
                .allSatisfy(
                        one ->
                                assertThat(
                                                StrategyAction.notAdopted()
                                                        .decide(one.adopt(), lead, Instant.EPOCH))
                                        .isInstanceOf(Decision.Accepted.class));
    }

    @Test
    void engagementsCountFromThePilotOnByTheInitialRules() {
        Map<EvidenceCriterion, List<String>> rules = new TreeMap<>();
        Arrays.stream(EvidenceCriterion.values())
                .forEach(
                        criterion ->
                                rules.put(
                                        criterion,
                                        actions()
                                                .filter(
                                                        action ->
                                                                action.evidence().stream()
                                                                        .anyMatch(
                                                                                rule ->
                                                                                        rule
                                                                                                        .criterion()
                                                                                                == criterion))
                                                .map(PlanFileTest::number)
                                                .toList()));

        assertThat(rules)
                .containsExactly(
                        Map.entry(
                                EvidenceCriterion.CHILD,
                                List.of("1.1", "1.2", "1.3", "1.4", "4.2")),
                        Map.entry(
                                EvidenceCriterion.MENTAL_HEALTH,
                                List.of("2.1", "2.2", "2.3", "2.4", "3.1", "3.3", "3.4")),
                        Map.entry(EvidenceCriterion.NEURODIVERGENCE, List.of("3.3", "3.4")),
                        Map.entry(EvidenceCriterion.LITIGANT_IN_PERSON, List.of("3.6")),
                        Map.entry(EvidenceCriterion.DIVERSION, List.of("3.5", "4.3")),
                        Map.entry(EvidenceCriterion.VIRTUAL_MEETING, List.of("2.4")));
        assertThat(actions().flatMap(action -> action.evidence().stream()))
                .allSatisfy(rule -> assertThat(rule.from()).isEqualTo("2020-11-02"));
    }
}
