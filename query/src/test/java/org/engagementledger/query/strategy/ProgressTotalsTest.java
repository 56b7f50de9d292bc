package org.engagementledger.query.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.Adopted;
import org.engagementledger.domain.strategy.Completed;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.ProgressReported;
import org.engagementledger.domain.strategy.Quarter;
import org.engagementledger.domain.strategy.Reopened;
import org.engagementledger.domain.strategy.Started;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.query.strategy.ProgressTotals.ConfidenceTotals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How confident people are is asked of what is still to be done. */
class ProgressTotalsTest {

    private static final StrategyActionId ACTION =
            StrategyActionId.of("a-plan", new ActionNumber("2.3"));
    private static final LocalDate APRIL = LocalDate.of(2022, 4, 4);
    private static final LocalDate JULY = LocalDate.of(2022, 7, 4);
    private static final EvidenceCount NONE = new EvidenceCount(0L, 0, 0, false, null);
    private static final StrategyEvent ADOPTED =
            new Adopted(ACTION, "a-plan", 2, "Aim", "Title", Quarter.of(2022, 4), 0);
    private static final StrategyEvent STARTED = new Started(ACTION);
    private static final StrategyEvent DOUBTED =
            new ProgressReported(ACTION, 40, ConfidenceGrade.IN_DOUBT, "Few people", null);
    private static final StrategyEvent COMPLETED = new Completed(ACTION, APRIL, null);

    /** All of them are recorded in April; it is July by now. */
    private static ActionProgress inJuly(StrategyEvent... events) {
        @Nullable ActionState state = null;
        for (int i = 0; i < events.length; i++) {
            state = ActionState.after(state, events[i], i, APRIL).orElseThrow();
        }
        assertThat(state).isNotNull();
        return ActionProgress.of(state, JULY, NONE);
    }

    @Test
    void whatIsStillToBeDoneIsJudgedAndTheJudgementAges() {
        ActionProgress action = inJuly(ADOPTED, STARTED, DOUBTED);

        assertThat(action.confidence())
                .isEqualTo(new Judgement(ConfidenceGrade.IN_DOUBT, APRIL, "Few people", true));
        assertThat(ProgressTotals.of(List.of(action, inJuly(ADOPTED))).confidence())
                .isEqualTo(new ConfidenceTotals(0, 0, 0, 1, 0, 1, 1));
    }

    @Test
    void whatIsDoneStaysAsItWasJudgedAndIsNeitherStaleNorCounted() {
        ActionProgress action = inJuly(ADOPTED, STARTED, DOUBTED, COMPLETED);

        assertThat(action.confidence())
                .isEqualTo(new Judgement(ConfidenceGrade.IN_DOUBT, APRIL, "Few people", false));
        ProgressTotals totals =
                ProgressTotals.of(List.of(action, inJuly(ADOPTED, STARTED, COMPLETED)));
        assertThat(totals.completion().completed()).isEqualTo(2);
        assertThat(totals.confidence()).isEqualTo(new ConfidenceTotals(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatIsReopenedIsToBeJudgedAnew() {
        ActionProgress action =
                inJuly(ADOPTED, STARTED, DOUBTED, COMPLETED, new Reopened(ACTION, "Not quite"));

        assertThat(ProgressTotals.of(List.of(action)).confidence())
                .isEqualTo(new ConfidenceTotals(0, 0, 0, 1, 0, 0, 1));
    }
}
