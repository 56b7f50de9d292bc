package org.engagementledger.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.strategy.AdoptPlan.Placed;
import org.engagementledger.domain.strategy.StrategyCommand.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyActionTest {

    private static final String PLAN = "defendants-2022-2023";
    private static final StrategyActionId ID = StrategyActionId.of(PLAN, new ActionNumber("1.1"));
    private static final Quarter Q4 = Quarter.of(2022, 4);
    private static final Quarter NEXT_Q1 = Quarter.of(2023, 1);
    private static final Actor LEAD = new Actor("strategy", Role.STRATEGY_LEAD, null);
    private static final Instant NOW = Instant.parse("2022-10-03T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2022, 10, 3);
    private static final LocalDate PILOT = LocalDate.of(2020, 11, 2);
    private static final EngagementId ENGAGEMENT =
            new EngagementId("0c5d9b1e-7d0f-8c39-9f0e-3f1f9c1b2a10");
    private static final String DOCUMENT = "https://documents.example/guidance";
    private static final String LONG = "x".repeat(4_001);
    private static final PlannedRule CHILDREN = new PlannedRule(EvidenceCriterion.CHILD, PILOT);

    private static final Adopted ADOPTED = adoptedFor(Q4, 0);
    private static final Adopted WITH_RULE = adoptedFor(Q4, 1);
    private static final Adopted UNDATED = adoptedFor(null, 0);
    private static final EvidenceRuleDeclared R1 =
            new EvidenceRuleDeclared(ID, "R1", EvidenceCriterion.CHILD, PILOT);
    private static final Started STARTED = new Started(ID);
    private static final Completed COMPLETED = new Completed(ID, TODAY, null);
    private static final Reopened REOPENED = new Reopened(ID, "A chapter is missing.");

    private static Adopted adoptedFor(@Nullable Quarter due, @Nullable Integer rules) {
        return new Adopted(ID, PLAN, 1, "Our People", "Revise the youth guidance", due, rules);
    }

    private static Adopt adopt(@Nullable Quarter due, PlannedRule... rules) {
        return new Adopt(ID, "Our People", "Revise the youth guidance", due, List.of(rules));
    }

    private static StrategyAction after(StrategyEvent... events) {
        StrategyAction action = StrategyAction.notAdopted();
        for (StrategyEvent event : events) {
            action = action.evolve(event, TODAY);
        }
        return action;
    }

    private static Decision<StrategyEvent> asked(StrategyAction given, StrategyCommand command) {
        return given.decide(command, LEAD, NOW);
    }

    private static List<StrategyEvent> accepted(StrategyAction given, StrategyCommand command) {
        Decision<StrategyEvent> decision = asked(given, command);
        assertThat(decision.refusals()).isEmpty();
        return ((Decision.Accepted<StrategyEvent>) decision).events();
    }

    /** As {@code RULE} or {@code RULE /pointer}. */
    private static List<String> refused(StrategyAction given, StrategyCommand command) {
        return asked(given, command).refusals().stream()
                .map(refusal -> (refusal.rule() + " " + refusal.field()).strip())
                .toList();
    }

    private static ReportProgress report(int percent) {
        return new ReportProgress(
                ID, percent, ConfidenceGrade.PROBABLE, "The draft is with its readers.", null);
    }

    // Adopting

    @Test
    void an_action_is_adopted_with_its_aim_its_date_and_its_rules() {
        assertThat(accepted(after(), adopt(Q4, CHILDREN))).containsExactly(WITH_RULE, R1);
    }

    @Test
    void one_without_a_date_stays_without() {
        assertThat(accepted(after(), adopt(null))).containsExactly(UNDATED);
    }

    @Test
    void nothing_follows_from_adopting_the_same_again() {
        assertThat(accepted(after(WITH_RULE, R1), adopt(Q4, CHILDREN))).isEmpty();
        assertThat(accepted(after(UNDATED), adopt(null))).isEmpty();
    }

    @Test
    void what_has_happened_since_doesnt_make_it_another() {
        StrategyAction given =
                after(
                        WITH_RULE,
                        R1,
                        STARTED,
                        new Rebaselined(ID, Q4, NEXT_Q1, "Why", "Strategy Board"),
                        new EvidenceRuleEnded(ID, "R1", PILOT),
                        new EvidenceRuleDeclared(ID, "R2", EvidenceCriterion.DIVERSION, PILOT));
        assertThat(accepted(given, adopt(Q4, CHILDREN))).isEmpty();
    }

    @Test
    void adopting_otherwise_under_the_same_number_is_refused_where_it_differs() {
        Adopt otherwise =
                new Adopt(
                        ID,
                        "Their People",
                        "Another title",
                        null,
                        List.of(CHILDREN, new PlannedRule(EvidenceCriterion.DIVERSION, PILOT)));
        assertThat(refused(after(WITH_RULE, R1), otherwise))
                .containsExactly(
                        "ADOPTED_OTHERWISE /aimTitle",
                        "ADOPTED_OTHERWISE /title",
                        "ADOPTED_OTHERWISE /due",
                        "ADOPTED_OTHERWISE /evidence/1");
        assertThat(asked(after(ADOPTED), adopt(NEXT_Q1)).refusals())
                .extracting(Refusal::sentence)
                .containsExactly(
                        "Action 1.1 was adopted otherwise: its date is changed by rebaselining it,"
                                + " its rules by declaring and ending them; titles stay as they are.");
        assertThat(
                        refused(
                                after(WITH_RULE, R1),
                                adopt(
                                        Q4,
                                        new PlannedRule(
                                                EvidenceCriterion.CHILD, PILOT.plusDays(1)))))
                .containsExactly("ADOPTED_OTHERWISE /evidence/0", "ADOPTED_OTHERWISE /evidence");
    }

    @Test
    void so_is_adopting_with_fewer_rules_but_not_with_those_that_it_began_with() {
        PlannedRule diversion = new PlannedRule(EvidenceCriterion.DIVERSION, PILOT);
        EvidenceRuleDeclared second =
                new EvidenceRuleDeclared(ID, "R2", EvidenceCriterion.DIVERSION, PILOT);
        StrategyAction two = after(adoptedFor(Q4, 2), R1, second);
        assertThat(refused(two, adopt(Q4))).containsExactly("ADOPTED_OTHERWISE /evidence");
        assertThat(refused(two, adopt(Q4, CHILDREN)))
                .containsExactly("ADOPTED_OTHERWISE /evidence");
        assertThat(refused(two, adopt(Q4, CHILDREN, CHILDREN)))
                .containsExactly("ADOPTED_OTHERWISE /evidence");
        assertThat(accepted(two, adopt(Q4, diversion, CHILDREN))).isEmpty();

        StrategyAction declaredSince = after(WITH_RULE, R1, second);
        assertThat(accepted(declaredSince, adopt(Q4, CHILDREN))).isEmpty();
        assertThat(refused(declaredSince, adopt(Q4, CHILDREN, diversion)))
                .containsExactly("ADOPTED_OTHERWISE /evidence/1");
        assertThat(refused(after(ADOPTED, R1), adopt(Q4, CHILDREN)))
                .containsExactly("ADOPTED_OTHERWISE /evidence/0");
    }

    @Test
    void where_nobody_counted_the_rules_those_that_are_asked_for_are_compared() {
        StrategyAction before = after(adoptedFor(Q4, null), R1);
        assertThat(accepted(before, adopt(Q4, CHILDREN))).isEmpty();
        assertThat(accepted(before, adopt(Q4))).isEmpty();
        assertThat(refused(before, adopt(Q4, new PlannedRule(EvidenceCriterion.DIVERSION, PILOT))))
                .contains("ADOPTED_OTHERWISE /evidence/0");
    }

    @Test
    void every_mistake_in_an_action_comes_back() {
        Adopt wrong =
                new Adopt(
                        ID,
                        "x".repeat(201),
                        " ",
                        Q4,
                        List.of(
                                CHILDREN,
                                new PlannedRule(null, null),
                                new PlannedRule(EvidenceCriterion.CHILD, PILOT.plusDays(1))));
        assertThat(refused(after(), wrong))
                .containsExactly(
                        "TEXT_TOO_LONG /aimTitle",
                        "REQUIRED /title",
                        "REQUIRED /evidence/1/criterion",
                        "REQUIRED /evidence/1/from",
                        "NAMED_TWICE /evidence/2/criterion");
        assertThat(refused(after(), new Adopt(ID, null, "a\nb", Q4, List.of())))
                .containsExactly("REQUIRED /aimTitle", "LINE_BROKEN /title");
    }

    // Who asks, and of what

    private static List<StrategyCommand> all() {
        return List.of(
                adopt(Q4),
                new Start(ID),
                report(10),
                new LinkEvidence(ID, ENGAGEMENT, null, "A child's case."),
                new Rebaseline(ID, NEXT_Q1, "Why", "Strategy Board"),
                new Complete(ID, TODAY, null),
                new Reopen(ID, "Why"),
                new DeclareEvidenceRule(ID, EvidenceCriterion.CHILD, PILOT),
                new EndEvidenceRule(ID, "R1", TODAY));
    }

    @ParameterizedTest
    @EnumSource
    void a_strategy_lead_asks_and_a_coordinator_may_link_evidence(Role role) {
        Actor actor = new Actor("login-2", role, null);
        for (StrategyCommand command : all()) {
            boolean may =
                    role == Role.STRATEGY_LEAD
                            || (role == Role.COORDINATOR && command instanceof LinkEvidence);
            for (StrategyAction given : List.of(after(), after(ADOPTED, R1, STARTED))) {
                assertThat(
                                given.decide(command, actor, NOW).refusals().stream()
                                        .map(Refusal::rule)
                                        .anyMatch(rule -> rule == NOT_PERMITTED))
                        .as("%s by %s", command, role)
                        .isEqualTo(!may);
            }
        }
    }

    @Test
    void of_an_action_that_isnt_in_the_plan_nothing_can_be_asked() {
        assertThat(all().stream().filter(command -> !(command instanceof Adopt)))
                .allSatisfy(
                        command ->
                                assertThat(refused(after(), command))
                                        .containsExactly("ACTION_UNKNOWN"));
    }

    // Starting, reporting, completing

    @Test
    void an_action_is_started_once() {
        assertThat(accepted(after(ADOPTED), new Start(ID))).containsExactly(STARTED);
        assertThat(refused(after(ADOPTED, STARTED), new Start(ID)))
                .containsExactly("STARTED_ALREADY");
        assertThat(refused(after(ADOPTED, STARTED, COMPLETED), new Start(ID)))
                .containsExactly("ACTION_COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void progress_is_reported_with_how_confident_one_is_and_why(int percent) {
        assertThat(accepted(after(ADOPTED, STARTED), report(percent)))
                .containsExactly(
                        new ProgressReported(
                                ID,
                                percent,
                                ConfidenceGrade.PROBABLE,
                                "The draft is with its readers.",
                                null));
    }

    @Test
    void there_is_no_progress_before_the_start_nor_after_the_end() {
        assertThat(refused(after(ADOPTED), report(10))).containsExactly("NOT_STARTED");
        assertThat(refused(after(ADOPTED, STARTED, COMPLETED), report(10)))
                .containsExactly("ACTION_COMPLETED");
        assertThat(refused(after(ADOPTED, STARTED, COMPLETED, REOPENED), report(10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 101})
    void a_share_lies_between_0_and_100(int percent) {
        assertThat(refused(after(ADOPTED, STARTED), report(percent)))
                .containsExactly("PERCENT_OUT_OF_RANGE /percent");
    }

    @Test
    void all_that_a_report_lacks_comes_back() {
        assertThat(refused(after(ADOPTED), new ReportProgress(ID, null, null, " ", LONG)))
                .containsExactly(
                        "NOT_STARTED",
                        "REQUIRED /percent",
                        "REQUIRED /confidence",
                        "REQUIRED /reason",
                        "TEXT_TOO_LONG /note");
        assertThat(
                        refused(
                                after(ADOPTED, STARTED),
                                new ReportProgress(ID, 1, ConfidenceGrade.IN_DOUBT, LONG, null)))
                .containsExactly("TEXT_TOO_LONG /reason");
    }

    @Test
    void an_action_is_completed_on_a_day_that_has_come() {
        StrategyAction given = after(ADOPTED, STARTED);
        LocalDate before = TODAY.minusYears(1);
        assertThat(accepted(given, new Complete(ID, TODAY, null))).containsExactly(COMPLETED);
        assertThat(accepted(given, new Complete(ID, before, "Published.")))
                .containsExactly(new Completed(ID, before, "Published."));
        assertThat(refused(given, new Complete(ID, TODAY.plusDays(1), LONG)))
                .containsExactly("OCCURRED_IN_FUTURE /on", "TEXT_TOO_LONG /note");
        assertThat(refused(given, new Complete(ID, null, null))).containsExactly("REQUIRED /on");
    }

    @Test
    void that_day_is_one_of_this_century() {
        StrategyAction given = after(ADOPTED, STARTED);
        LocalDate first = LocalDate.of(2000, 1, 1);
        assertThat(refused(given, new Complete(ID, first, null))).isEmpty();
        assertThat(asked(given, new Complete(ID, first.minusDays(1), null)).refusals())
                .extracting(refusal -> refusal.field() + " " + refusal.sentence())
                .containsExactly("/on This can't have happened before 2000-01-01.");
    }

    @Test
    void what_was_reopened_isnt_completed_as_of_a_day_on_which_it_wasnt_done() {
        LocalDate october = LocalDate.of(2022, 10, 1);
        StrategyAction reopened =
                after(ADOPTED, STARTED, new Completed(ID, october.minusDays(1), null))
                        .evolve(REOPENED, october);
        assertThat(refused(reopened, new Complete(ID, october.minusDays(1), null)))
                .containsExactly("OCCURRED_TOO_EARLY /on");
        assertThat(refused(reopened, new Complete(ID, october, null))).isEmpty();
        StrategyAction onceMore =
                reopened.evolve(new Completed(ID, october, null), october)
                        .evolve(REOPENED, TODAY)
                        .evolve(new Rebaselined(ID, Q4, NEXT_Q1, "Why", "Strategy Board"), TODAY)
                        .evolve(R1, TODAY);
        assertThat(asked(onceMore, new Complete(ID, october, null)).refusals())
                .extracting(Refusal::sentence)
                .containsExactly("This can't have happened before 2022-10-03.");
        assertThat(refused(onceMore, new Complete(ID, TODAY, null))).isEmpty();
    }

    @Test
    void the_day_is_londons() {
        StrategyAction given = after(ADOPTED, STARTED);
        Instant lateInSummer = Instant.parse("2022-07-01T23:30:00Z");
        Complete tomorrowInUtc = new Complete(ID, LocalDate.of(2022, 7, 2), null);
        assertThat(given.decide(tomorrowInUtc, LEAD, lateInSummer).refusals()).isEmpty();
    }

    @Test
    void only_what_was_started_is_completed_and_only_once() {
        assertThat(refused(after(ADOPTED), new Complete(ID, TODAY, null)))
                .containsExactly("NOT_STARTED");
        assertThat(refused(after(ADOPTED, STARTED, COMPLETED), new Complete(ID, TODAY, null)))
                .containsExactly("ACTION_COMPLETED");
    }

    @Test
    void what_is_completed_can_be_reopened_and_completed_again() {
        StrategyAction given = after(ADOPTED, STARTED, COMPLETED);
        assertThat(accepted(given, new Reopen(ID, REOPENED.reason()))).containsExactly(REOPENED);
        assertThat(accepted(given.evolve(REOPENED, TODAY), new Complete(ID, TODAY, null)))
                .containsExactly(COMPLETED);
        assertThat(refused(given, new Reopen(ID, " "))).containsExactly("REQUIRED /reason");
        assertThat(refused(given, new Reopen(ID, null))).containsExactly("REQUIRED /reason");
        assertThat(refused(given, new Reopen(ID, LONG))).containsExactly("TEXT_TOO_LONG /reason");
        assertThat(refused(after(ADOPTED, STARTED), new Reopen(ID, "Why")))
                .containsExactly("NOT_COMPLETED");
    }

    // Dates

    @Test
    void a_date_is_changed_with_a_reason_and_by_whom_it_was_decided() {
        Rebaselined changed =
                new Rebaselined(ID, Q4, NEXT_Q1, "The rules change in April.", "Strategy Board");
        assertThat(
                        accepted(
                                after(ADOPTED),
                                new Rebaseline(ID, NEXT_Q1, changed.reason(), changed.decidedBy())))
                .containsExactly(changed);
        assertThat(
                        accepted(
                                after(ADOPTED, changed),
                                new Rebaseline(ID, Q4, "Why", "Strategy Board")))
                .containsExactly(new Rebaselined(ID, NEXT_Q1, Q4, "Why", "Strategy Board"));
    }

    @Test
    void an_action_without_a_date_never_gets_one() {
        assertThat(refused(after(UNDATED), new Rebaseline(ID, Q4, "Why", "Strategy Board")))
                .containsExactly("UNDATED_STAYS");
    }

    @Test
    void a_quarter_of_another_century_is_a_slip() {
        for (String far : List.of("1999-Q4", "2100-Q1", "9999-Q4")) {
            assertThat(
                            refused(
                                    after(ADOPTED),
                                    new Rebaseline(ID, new Quarter(far), "Why", "Strategy Board")))
                    .containsExactly("QUARTER_OUT_OF_RANGE /to");
        }
        for (String near : List.of("2000-Q1", "2099-Q4")) {
            assertThat(
                            accepted(
                                    after(ADOPTED),
                                    new Rebaseline(ID, new Quarter(near), "Why", "Strategy Board")))
                    .hasSize(1);
        }
    }

    @Test
    void nor_is_the_date_changed_of_what_is_completed_or_to_the_same() {
        assertThat(
                        refused(
                                after(ADOPTED, STARTED, COMPLETED),
                                new Rebaseline(ID, NEXT_Q1, "Why", "Strategy Board")))
                .containsExactly("ACTION_COMPLETED");
        assertThat(refused(after(ADOPTED), new Rebaseline(ID, Q4, "Why", "Strategy Board")))
                .containsExactly("SAME_QUARTER /to");
    }

    @Test
    void all_that_a_changed_date_lacks_comes_back() {
        assertThat(refused(after(ADOPTED), new Rebaseline(ID, null, null, null)))
                .containsExactly("REQUIRED /to", "REQUIRED /reason", "REQUIRED /decidedBy");
        assertThat(refused(after(ADOPTED), new Rebaseline(ID, NEXT_Q1, LONG, "a\nb")))
                .containsExactly("TEXT_TOO_LONG /reason", "LINE_BROKEN /decidedBy");
    }

    // Evidence

    @Test
    void evidence_is_an_engagement_or_a_document_whatever_the_action_has_come_to() {
        for (StrategyAction given :
                List.of(
                        after(ADOPTED),
                        after(ADOPTED, STARTED),
                        after(ADOPTED, STARTED, COMPLETED))) {
            assertThat(accepted(given, new LinkEvidence(ID, ENGAGEMENT, null, "A child's case.")))
                    .containsExactly(new EvidenceLinked(ID, ENGAGEMENT, null, "A child's case."));
            assertThat(accepted(given, new LinkEvidence(ID, null, DOCUMENT, "The guidance.")))
                    .containsExactly(new EvidenceLinked(ID, null, DOCUMENT, "The guidance."));
        }
    }

    @Test
    void it_is_one_of_them_well_formed_and_with_a_note() {
        StrategyAction given = after(ADOPTED);
        assertThat(refused(given, new LinkEvidence(ID, null, null, " ")))
                .containsExactly("ONE_EVIDENCE", "REQUIRED /note");
        assertThat(refused(given, new LinkEvidence(ID, ENGAGEMENT, DOCUMENT, null)))
                .containsExactly("ONE_EVIDENCE", "REQUIRED /note");
        assertThat(refused(given, new LinkEvidence(ID, new EngagementId("Pat Madeup"), null, LONG)))
                .containsExactly("ENGAGEMENT_MALFORMED /engagement", "TEXT_TOO_LONG /note");
        assertThat(refused(given, new LinkEvidence(ID, null, "http://documents.example", "Why")))
                .containsExactly("LINK_MALFORMED /document");
    }

    // Rules by which engagements count

    @Test
    void a_rule_counts_from_a_day_until_it_ends() {
        EvidenceRuleEnded ended = new EvidenceRuleEnded(ID, "R1", TODAY);
        assertThat(
                        accepted(
                                after(ADOPTED),
                                new DeclareEvidenceRule(ID, EvidenceCriterion.CHILD, PILOT)))
                .containsExactly(R1);
        assertThat(accepted(after(ADOPTED, R1), new EndEvidenceRule(ID, "R1", TODAY)))
                .containsExactly(ended);
        assertThat(
                        accepted(
                                after(ADOPTED, R1, ended),
                                new DeclareEvidenceRule(
                                        ID, EvidenceCriterion.CHILD, TODAY.plusDays(1))))
                .containsExactly(
                        new EvidenceRuleDeclared(
                                ID, "R2", EvidenceCriterion.CHILD, TODAY.plusDays(1)));
    }

    @Test
    void what_counts_already_isnt_declared_again() {
        DeclareEvidenceRule again = new DeclareEvidenceRule(ID, EvidenceCriterion.CHILD, TODAY);
        assertThat(refused(after(ADOPTED, R1), again))
                .containsExactly("COUNTED_ALREADY /criterion");
        assertThat(refused(after(ADOPTED, R1, new EvidenceRuleEnded(ID, "R1", TODAY)), again))
                .containsExactly("COUNTED_ALREADY /criterion");
        assertThat(
                        refused(
                                after(ADOPTED, R1),
                                new DeclareEvidenceRule(ID, EvidenceCriterion.DIVERSION, TODAY)))
                .isEmpty();
        assertThat(refused(after(ADOPTED), new DeclareEvidenceRule(ID, null, null)))
                .containsExactly("REQUIRED /criterion", "REQUIRED /from");
    }

    @Test
    void a_rule_ends_once_and_not_before_it_begins() {
        StrategyAction given = after(ADOPTED, R1);
        StrategyAction ended = given.evolve(new EvidenceRuleEnded(ID, "R1", TODAY), TODAY);
        assertThat(refused(given, new EndEvidenceRule(ID, "R2", TODAY)))
                .containsExactly("RULE_UNKNOWN");
        assertThat(refused(given, new EndEvidenceRule(ID, "R1", null)))
                .containsExactly("REQUIRED /last");
        assertThat(refused(given, new EndEvidenceRule(ID, "R1", PILOT))).isEmpty();
        assertThat(refused(given, new EndEvidenceRule(ID, "R1", PILOT.minusDays(1))))
                .containsExactly("LAST_BEFORE_FIRST /last");
        assertThat(refused(ended, new EndEvidenceRule(ID, "R1", TODAY)))
                .containsExactly("RULE_ENDED_ALREADY");
    }

    // Plans

    private static List<String> mistakes(AdoptPlan plan) {
        Checks checks = new Checks(LEAD);
        plan.actions(checks);
        return checks.then(List::of).refusals().stream()
                .map(refusal -> refusal.rule() + " " + refusal.field())
                .toList();
    }

    private static PlannedAction action(@Nullable String number, @Nullable String due) {
        return new PlannedAction(number, "Revise the youth guidance", due, List.of());
    }

    @Test
    void a_plan_is_made_of_actions_that_can_be_adopted() {
        Checks checks = new Checks(LEAD);
        List<Placed> placed =
                new AdoptPlan(
                                PLAN,
                                List.of(
                                        new PlannedAim(
                                                1,
                                                "Our People",
                                                List.of(action("1.1", "2022-Q4")))))
                        .actions(checks);
        assertThat(checks.passed()).isTrue();
        assertThat(placed).containsExactly(new Placed(adopt(Q4), "/aims/0", "/aims/0/actions/0"));
        assertThat(placed.getFirst().inPlan(Refusal.of(REQUIRED, "/title", "title")).field())
                .isEqualTo("/aims/0/actions/0/title");
        assertThat(placed.getFirst().inPlan(Refusal.of(REQUIRED, "/aimTitle", "aimTitle")))
                .isEqualTo(Refusal.of(REQUIRED, "/aims/0/title", "title"));
        assertThat(placed.getFirst().inPlan(Refusal.of(LINE_BROKEN, "/aimTitle")).field())
                .isEqualTo("/aims/0/title");
    }

    @Test
    void every_mistake_in_a_plan_comes_back() {
        AdoptPlan wrong =
                new AdoptPlan(
                        "another-plan",
                        List.of(
                                new PlannedAim(
                                        1,
                                        "Our People",
                                        List.of(
                                                action("1.1", "Q4"),
                                                action("1.1", null),
                                                action("2.1", null))),
                                new PlannedAim(1, null, List.of(action("I", " "))),
                                new PlannedAim(null, null, List.of(action(null, null)))));
        assertThat(mistakes(wrong))
                .containsExactly(
                        "OTHER_PLAN /plan",
                        "QUARTER_MALFORMED /aims/0/actions/0/due",
                        "NAMED_TWICE /aims/0/actions/1/number",
                        "OTHER_AIM /aims/0/actions/2/number",
                        "NAMED_TWICE /aims/1/aim",
                        "ACTION_NUMBER_MALFORMED /aims/1/actions/0/number",
                        "QUARTER_MALFORMED /aims/1/actions/0/due",
                        "REQUIRED /aims/2/aim",
                        "REQUIRED /aims/2/actions/0/number");
        assertThat(mistakes(new AdoptPlan(null, List.of())))
                .containsExactly("REQUIRED /plan", "NO_ACTION /aims");
    }
}
