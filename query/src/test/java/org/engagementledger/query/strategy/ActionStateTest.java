package org.engagementledger.query.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.Adopted;
import org.engagementledger.domain.strategy.Completed;
import org.engagementledger.domain.strategy.Confidence;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.EvidenceLinked;
import org.engagementledger.domain.strategy.EvidenceRuleDeclared;
import org.engagementledger.domain.strategy.EvidenceRuleEnded;
import org.engagementledger.domain.strategy.ProgressReported;
import org.engagementledger.domain.strategy.Quarter;
import org.engagementledger.domain.strategy.Rebaselined;
import org.engagementledger.domain.strategy.Reopened;
import org.engagementledger.domain.strategy.Started;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.domain.strategy.Timeliness;
import org.engagementledger.query.strategy.ActionState.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an action comes to, event by event. */
class ActionStateTest {

    private static final StrategyActionId ACTION =
            StrategyActionId.of("a-plan", new ActionNumber("2.3"));
    private static final Quarter Q2 = Quarter.of(2022, 2);
    private static final Quarter Q3 = Quarter.of(2022, 3);
    private static final LocalDate APRIL = LocalDate.of(2022, 4, 4);
    private static final LocalDate OCTOBER = LocalDate.of(2022, 10, 1);

    private long version = -1;
    private @Nullable ActionState state;

    private ActionState after(LocalDate day, StrategyEvent event) {
        version++;
        state = ActionState.after(state, event, version, day).orElseThrow();
        return state;
    }

    private ActionState adopted(@Nullable Quarter due) {
        return after(APRIL, new Adopted(ACTION, "a-plan", 2, "Aim", "Title", due, 2));
    }

    @Test
    void adoptedItHasNothingButItsDate() {
        ActionState adopted = adopted(Q2);

        assertThat(adopted.number().value()).isEqualTo("2.3");
        assertThat(adopted.completion()).isEqualTo(Completion.NOT_STARTED);
        assertThat(adopted.share()).isZero();
        assertThat(adopted.confidence()).isNull();
        assertThat(adopted.originalDue()).isEqualTo(Q2);
        assertThat(adopted.timeliness(APRIL)).isEqualTo(Timeliness.NOT_DUE);
        assertThat(adopted.timeliness(Q2.last())).isEqualTo(Timeliness.DUE_THIS_QUARTER);
        assertThat(adopted.timeliness(OCTOBER)).isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void nothingHappensToWhatIsntAdopted() {
        assertThat(ActionState.after(null, new Started(ACTION), 3, APRIL)).isEmpty();
    }

    @Test
    void progressIsTheLastThatWasReportedAndAllOfItOnceItIsDone() {
        adopted(Q2);
        assertThat(after(APRIL, new Started(ACTION)).startedOn()).isEqualTo(APRIL);
        ActionState reported =
                after(
                        OCTOBER,
                        new ProgressReported(
                                ACTION, 40, ConfidenceGrade.IN_DOUBT, "Few people", null));
        assertThat(reported.share()).isEqualTo(40);
        assertThat(reported.confidence())
                .isEqualTo(new Confidence(ConfidenceGrade.IN_DOUBT, OCTOBER));
        assertThat(reported.reason()).isEqualTo("Few people");

        ActionState done = after(OCTOBER, new Completed(ACTION, Q2.last(), null));
        assertThat(done.share()).isEqualTo(100);
        assertThat(done.completion()).isEqualTo(Completion.COMPLETED);
        assertThat(done.timeliness(OCTOBER)).isEqualTo(Timeliness.DONE_IN_TIME);

        ActionState again = after(OCTOBER, new Reopened(ACTION, "Not quite"));
        assertThat(again.share()).isEqualTo(40);
        assertThat(again.completion()).isEqualTo(Completion.STARTED);
        assertThat(again.timeliness(OCTOBER)).isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void anotherQuarterCountsFromThenOnAndTheFirstIsKept() {
        adopted(Q2);
        ActionState later = after(OCTOBER, new Rebaselined(ACTION, Q2, Q3, "No time", "The board"));

        assertThat(later.due()).isEqualTo(Q3);
        assertThat(later.originalDue()).isEqualTo(Q2);
        assertThat(later.timeliness(OCTOBER)).isEqualTo(Timeliness.DUE_THIS_QUARTER);
    }

    @Test
    void undatedItIsNeverOverdue() {
        adopted(null);
        after(APRIL, new Started(ACTION));
        ActionState done = after(OCTOBER, new Completed(ACTION, OCTOBER, null));

        assertThat(done.timeliness(LocalDate.of(2099, 1, 1))).isEqualTo(Timeliness.UNDATED);
        assertThat(done.completion()).isEqualTo(Completion.COMPLETED);
    }

    @Test
    void aRuleIsKeptAfterItsEndAndCountsUpToIt() {
        adopted(Q2);
        after(APRIL, new EvidenceRuleDeclared(ACTION, "R1", EvidenceCriterion.CHILD, APRIL));
        after(
                APRIL,
                new EvidenceRuleDeclared(ACTION, "R2", EvidenceCriterion.VIRTUAL_MEETING, OCTOBER));
        ActionState ended = after(OCTOBER, new EvidenceRuleEnded(ACTION, "R1", Q2.last()));

        assertThat(ended.rules())
                .containsExactly(
                        new Rule("R1", EvidenceCriterion.CHILD, APRIL, Q2.last()),
                        new Rule("R2", EvidenceCriterion.VIRTUAL_MEETING, OCTOBER, null));
        assertThat(Window.of(ended.rules(), APRIL))
                .containsExactly(new Window("NEED", "CHILD", APRIL, APRIL));
        assertThat(Window.of(ended.rules(), OCTOBER.plusDays(1)))
                .containsExactlyInAnyOrder(
                        new Window("NEED", "CHILD", APRIL, Q2.last()),
                        new Window("MEETING_HELD", null, OCTOBER, OCTOBER.plusDays(1)));
        assertThat(Window.of(ended.rules(), APRIL.minusDays(1))).isEmpty();
    }

    @Test
    void theSameRuleOfTwoActionsIsOneWindow() {
        Rule one = new Rule("R1", EvidenceCriterion.DIVERSION, APRIL, null);
        Rule another = new Rule("R7", EvidenceCriterion.DIVERSION, APRIL, null);

        assertThat(Window.of(List.of(one), OCTOBER))
                .isEqualTo(Window.of(List.of(another), OCTOBER))
                .containsExactly(
                        new Window("ISSUE_RAISED", "OUT_OF_COURT_DISPOSAL", APRIL, OCTOBER));
    }

    @Test
    void aClockThatIsSlowTakesNoDayBack() {
        adopted(Q2);
        after(OCTOBER, new Started(ACTION));
        ActionState linked =
                after(
                        OCTOBER.minusDays(1),
                        new EvidenceLinked(ACTION, new EngagementId("e"), null, "Note"));

        assertThat(linked.day()).isEqualTo(OCTOBER);
        assertThat(linked.version()).isEqualTo(2);
    }
}
