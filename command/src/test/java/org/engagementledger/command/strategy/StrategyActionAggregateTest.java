package org.engagementledger.command.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.NOW;
import static org.engagementledger.command.Cases.by;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.MovableClock;
import org.engagementledger.command.Wiring;
import org.engagementledger.command.WriteSide;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.strategy.*;
import org.engagementledger.domain.strategy.StrategyCommand.*;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrategyActionAggregateTest {

    private static final String PLAN = AdoptPlan.PLAN;
    private static final StrategyActionId ID = id("1.1");
    private static final LocalDate DAY = LocalDate.of(2020, 11, 2);
    private static final Adopted ADOPTED =
            new Adopted(ID, PLAN, 1, "Our People", "Title of 1.1", Quarter.of(2022, 4), 1);
    private static final EvidenceRuleDeclared RULE =
            new EvidenceRuleDeclared(ID, "R1", EvidenceCriterion.CHILD, DAY);

    private final WriteSide side = new WriteSide();
    private FixtureConfiguration<StrategyActionAggregate> fixture;

    @BeforeEach
    void open() {
        fixture = Wiring.fixture(StrategyActionAggregate.class, new MovableClock(NOW));
    }

    @AfterEach
    void close() {
        side.close();
    }

    private static StrategyActionId id(String number) {
        return StrategyActionId.of(PLAN, new ActionNumber(number));
    }

    private static PlannedAction action(String number, String due) {
        return new PlannedAction(
                number,
                "Title of " + number,
                due,
                List.of(new PlannedRule(EvidenceCriterion.CHILD, DAY)));
    }

    private static AdoptPlan plan(PlannedAction... actions) {
        return new AdoptPlan(PLAN, List.of(new PlannedAim(1, "Our People", List.of(actions))));
    }

    private Answer asked(AdoptPlan plan, Role role, boolean dryRun) {
        return side.commands().send(plan, by(role), new Conditions(null, dryRun));
    }

    private Answer asked(AdoptPlan plan) {
        return asked(plan, Role.STRATEGY_LEAD, false);
    }

    @Test
    void aStrategyLeadStartsAnAction() {
        fixture.given(ADOPTED)
                .when(new Start(ID), by(Role.STRATEGY_LEAD).metadata())
                .expectEvents(new Started(ID))
                .expectResultMessagePayload(new Answer.Accepted(1, List.of(), List.of()));

        EventMessage<?> written =
                fixture.getEventStore().readEvents(ID.value()).asStream().toList().getLast();
        assertThat(written.getMetaData())
                .containsAllEntriesOf(by(Role.STRATEGY_LEAD).metadata())
                .containsEntry("occurredAt", NOW.toString())
                .containsEntry("recordedAt", NOW.toString())
                .containsKeys("correlationId", "causationId");
    }

    @Test
    void whoeverDeclaresARuleIsToldItsId() {
        fixture.given(ADOPTED)
                .when(
                        new DeclareEvidenceRule(ID, EvidenceCriterion.CHILD, DAY),
                        by(Role.STRATEGY_LEAD).metadata())
                .expectEvents(RULE)
                .expectResultMessagePayload(new Answer.Accepted(1, List.of("R1"), List.of()));
    }

    @Test
    void aCommandOnAnOutdatedVersionIsRefused() {
        Answer answer = asked(plan(action("1.1", "2022-Q4")));
        assertThat(answer).isInstanceOf(Answer.Accepted.class);

        assertThat(
                        side.commands()
                                .send(
                                        new Start(ID),
                                        by(Role.STRATEGY_LEAD),
                                        new Conditions(Set.of(0L), false)))
                .isEqualTo(
                        new Answer.Refused(
                                Refusal.of(Rule.VERSION_OUTDATED, "", 1)
                                        .with("version", List.of("1"))));
    }

    @Test
    void everyCommandFindsItsHandler() {
        List<StrategyCommand> commands =
                List.of(
                        new Start(ID),
                        new ReportProgress(ID, 1, ConfidenceGrade.PROBABLE, "Why", null),
                        new LinkEvidence(ID, null, "https://documents.example", "What"),
                        new Rebaseline(ID, Quarter.of(2023, 1), "Why", "Strategy Board"),
                        new Complete(ID, DAY, null),
                        new Reopen(ID, "Why"),
                        new DeclareEvidenceRule(ID, EvidenceCriterion.DIVERSION, DAY),
                        new EndEvidenceRule(ID, "R1", DAY));
        asked(plan(action("1.1", "2022-Q4")));

        for (StrategyCommand command : commands) {
            assertThat(side.commands().send(command, by(Role.STRATEGY_LEAD), Conditions.NONE))
                    .isInstanceOf(Answer.Accepted.class);
        }
        assertThat(side.stored(ID)).hasSize(2 + commands.size());
    }

    @Test
    void whatWasReopenedWasntDoneBeforeThatDay() {
        asked(plan(action("1.1", "2022-Q4")));
        LocalDate today = LondonTime.dateOf(NOW);
        for (StrategyCommand command :
                List.of(
                        new Start(ID),
                        new Complete(ID, today.minusDays(1), null),
                        new Reopen(ID, "Why"))) {
            assertThat(side.commands().send(command, by(Role.STRATEGY_LEAD), Conditions.NONE))
                    .isInstanceOf(Answer.Accepted.class);
        }

        assertThat(
                        side.commands()
                                .send(
                                        new Complete(ID, today.minusDays(1), null),
                                        by(Role.STRATEGY_LEAD),
                                        Conditions.NONE))
                .isEqualTo(new Answer.Refused(Refusal.of(Rule.OCCURRED_TOO_EARLY, "/on", today)));
        assertThat(
                        side.commands()
                                .send(
                                        new Complete(ID, today, null),
                                        by(Role.STRATEGY_LEAD),
                                        Conditions.NONE))
                .isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void ofAnActionThatIsntInThePlanNothingIsWritten() {
        assertThat(side.commands().send(new Start(ID), by(Role.STRATEGY_LEAD), Conditions.NONE))
                .isEqualTo(new Answer.Refused(Refusal.of(Rule.ACTION_UNKNOWN, "")));
        assertThat(side.stored(ID)).isEmpty();
    }

    @Test
    void aPlanIsAdoptedInOneUnitOfWork() {
        assertThat(asked(plan(action("1.1", "2022-Q4"), action("1.2", "2022-Q2"))))
                .isEqualTo(new Answer.Accepted(1, List.of("1.1", "1.2"), List.of()));

        assertThat(side.written()).hasSize(1);
        assertThat(side.lastWritten()).hasSize(4).startsWith(ADOPTED, RULE);
    }

    @Test
    void adoptingItAgainWritesNothingButWhatIsNew() {
        asked(plan(action("1.1", "2022-Q4")));

        assertThat(asked(plan(action("1.1", "2022-Q4"))))
                .isEqualTo(new Answer.Accepted(-1, List.of(), List.of()));
        assertThat(asked(plan(action("1.1", "2022-Q4"), action("1.2", "2022-Q2"))))
                .isEqualTo(new Answer.Accepted(1, List.of("1.2"), List.of()));
        assertThat(side.stored(ID)).hasSize(2);
        assertThat(side.stored(id("1.2"))).hasSize(2);
    }

    @Test
    void aPlanWithMistakesIsRefusedWholeWithAllOfThem() {
        asked(plan(action("1.1", "2022-Q4")));

        assertThat(
                        asked(
                                plan(
                                        action("1.1", "2022-Q3"),
                                        action("1.2", "2022-Q2"),
                                        action("1.3", "Q3"))))
                .isEqualTo(
                        new Answer.Refused(
                                List.of(
                                        Refusal.of(Rule.QUARTER_MALFORMED, "/aims/0/actions/2/due"),
                                        Refusal.of(
                                                Rule.ADOPTED_OTHERWISE,
                                                "/aims/0/actions/0/due",
                                                "1.1"))));
        assertThat(side.written()).hasSize(1);
        assertThat(side.stored(id("1.2"))).isEmpty();
    }

    @Test
    void anAimIsCalledForAllOfItsActionsAsItWasForTheFirst() {
        asked(plan(action("1.1", "2022-Q4")));
        PlannedAim other =
                new PlannedAim(
                        1, "Another aim", List.of(action("1.2", "2022-Q4"), action("1.3", null)));

        assertThat(asked(new AdoptPlan(AdoptPlan.PLAN, List.of(other))))
                .isEqualTo(
                        new Answer.Refused(
                                List.of(
                                        Refusal.of(
                                                Rule.AIM_CALLED_OTHERWISE,
                                                "/aims/0/title",
                                                1,
                                                "Our People"))));
        assertThat(side.stored(id("1.2"))).isEmpty();
        assertThat(asked(plan(action("1.2", "2022-Q4"), action("1.3", null))))
                .isEqualTo(new Answer.Accepted(1, List.of("1.2", "1.3"), List.of()));
    }

    @Test
    void aDryRunSaysWhatWouldBeAdopted() {
        assertThat(asked(plan(action("1.1", "2022-Q4")), Role.STRATEGY_LEAD, true))
                .isEqualTo(
                        new Answer.Foreseen(
                                new Answer.Accepted(1, List.of("1.1"), List.of()),
                                List.of("strategy.Adopted", "strategy.EvidenceRuleDeclared")));
        assertThat(side.written()).isEmpty();
    }

    @Test
    void nobodyElseAdoptsAPlan() {
        assertThat(asked(plan(action("1.1", "2022-Q4")), Role.COORDINATOR, false))
                .isEqualTo(new Answer.Refused(Refusal.of(Rule.NOT_PERMITTED, "", "coordinator")));
        assertThat(side.written()).isEmpty();
    }
}
