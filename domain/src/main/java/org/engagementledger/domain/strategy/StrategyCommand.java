package org.engagementledger.domain.strategy;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/** What can be asked of an action of the plan. */
public sealed interface StrategyCommand {

    StrategyActionId action();

    /**
     * Makes the action one of the plan. Asked again, nothing follows; asked for otherwise than it
     * was adopted, with another rule or without one of its rules, it is refused: an action's date
     * is changed by {@link Rebaseline}, its rules by {@link DeclareEvidenceRule} and {@link
     * EndEvidenceRule}. What these have changed since makes no difference.
     *
     * @param aimTitle the aim in a few words
     * @param title the action in a few words
     * @param due the quarter by whose end it is to be done; null if the plan doesn't say
     * @param evidence by which rules engagements count as evidence of it at first
     */
    record Adopt(
            StrategyActionId action,
            @Nullable String aimTitle,
            @Nullable String title,
            @Nullable Quarter due,
            List<PlannedRule> evidence)
            implements StrategyCommand {

        public Adopt {
            evidence = List.copyOf(evidence);
        }
    }

    /** Says that work on the action has begun. */
    record Start(StrategyActionId action) implements StrategyCommand {}

    /**
     * Says how far the action is, and how confident whoever asks is of it.
     *
     * @param percent which share of it is done, from 0 to 100
     */
    record ReportProgress(
            StrategyActionId action,
            @Nullable Integer percent,
            @Nullable ConfidenceGrade confidence,
            @Nullable String reason,
            @Nullable String note)
            implements StrategyCommand {}

    /**
     * Names something as evidence of the action: either an engagement or a document. Whether there
     * is such an engagement isn't looked up: whoever asks may have no business with it.
     *
     * @param document an https link
     */
    record LinkEvidence(
            StrategyActionId action,
            @Nullable EngagementId engagement,
            @Nullable String document,
            @Nullable String note)
            implements StrategyCommand {}

    /**
     * Has the action due in another quarter. One that has no date never gets one.
     *
     * @param decidedBy who decided it: an office or a board, not somebody's name
     */
    record Rebaseline(
            StrategyActionId action,
            @Nullable Quarter to,
            @Nullable String reason,
            @Nullable String decidedBy)
            implements StrategyCommand {}

    /**
     * Says that the action is done.
     *
     * @param on on which day it was done, in London; not before the day on which it was last
     *     reopened
     */
    record Complete(StrategyActionId action, @Nullable LocalDate on, @Nullable String note)
            implements StrategyCommand {}

    /** Says that the action isn't done after all. */
    record Reopen(StrategyActionId action, @Nullable String reason) implements StrategyCommand {}

    /**
     * Has engagements count as evidence of the action by a further rule.
     *
     * @param from the first day in London on which what fits the criterion counts if it is recorded
     */
    record DeclareEvidenceRule(
            StrategyActionId action,
            @Nullable EvidenceCriterion criterion,
            @Nullable LocalDate from)
            implements StrategyCommand {}

    /**
     * Has what is recorded of engagements later not count by the rule any more.
     *
     * @param rule its id within the action, such as R1
     * @param last the last day in London on which what fits the rule counts if it is recorded
     */
    record EndEvidenceRule(StrategyActionId action, String rule, @Nullable LocalDate last)
            implements StrategyCommand {}
}
