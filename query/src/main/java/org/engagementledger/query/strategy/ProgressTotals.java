package org.engagementledger.query.strategy;

import java.util.List;
import java.util.function.Predicate;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.Timeliness;
import org.jspecify.annotations.Nullable;

/**
 * How many actions there are, and how they stand.
 *
 * @param actions how many there are
 * @param timeliness how many are in time, by the dates
 * @param completion how many have come how far
 * @param confidence how confident people are of how many of those that aren't completed
 */
public record ProgressTotals(
        int actions,
        TimelinessTotals timeliness,
        CompletionTotals completion,
        ConfidenceTotals confidence) {

    /**
     * Actions by how they stand to their dates; each is counted once.
     *
     * @param notDue whose quarter hasn't begun
     * @param dueThisQuarter that are due by the end of the quarter that the day lies in
     * @param overdue that aren't completed though their quarter is over
     * @param doneInTime that were completed by the end of their quarter
     * @param doneLate that were completed after it
     * @param undated that have no date, completed or not
     */
    public record TimelinessTotals(
            int notDue,
            int dueThisQuarter,
            int overdue,
            int doneInTime,
            int doneLate,
            int undated) {}

    /**
     * Actions by how far they have come; each is counted once.
     *
     * @param notStarted that nobody has begun
     * @param started that are under way
     * @param completed that are done
     */
    public record CompletionTotals(int notStarted, int started, int completed) {}

    /**
     * Actions that aren't completed, by the last judgement of them; each is counted once, and those
     * with a stale judgement once more. How confident people were of what is done by now is counted
     * nowhere.
     *
     * @param highlyLikely that are judged highly likely to be done in time
     * @param probable that are judged to be done in time probably
     * @param feasibleWithSignificantIssues that are judged feasible in time, with significant
     *     issues
     * @param inDoubt of which it is doubted that they are done in time
     * @param unachievable that are judged not to be achievable in time
     * @param notJudged that nobody has judged yet
     * @param stale whose last judgement is a quarter old or more
     */
    public record ConfidenceTotals(
            int highlyLikely,
            int probable,
            int feasibleWithSignificantIssues,
            int inDoubt,
            int unachievable,
            int notJudged,
            int stale) {}

    static ProgressTotals of(List<ActionProgress> actions) {
        return new ProgressTotals(
                actions.size(),
                new TimelinessTotals(
                        in(actions, Timeliness.NOT_DUE),
                        in(actions, Timeliness.DUE_THIS_QUARTER),
                        in(actions, Timeliness.OVERDUE),
                        in(actions, Timeliness.DONE_IN_TIME),
                        in(actions, Timeliness.DONE_LATE),
                        in(actions, Timeliness.UNDATED)),
                new CompletionTotals(
                        come(actions, Completion.NOT_STARTED),
                        come(actions, Completion.STARTED),
                        come(actions, Completion.COMPLETED)),
                new ConfidenceTotals(
                        judged(actions, ConfidenceGrade.HIGHLY_LIKELY),
                        judged(actions, ConfidenceGrade.PROBABLE),
                        judged(actions, ConfidenceGrade.FEASIBLE_WITH_SIGNIFICANT_ISSUES),
                        judged(actions, ConfidenceGrade.IN_DOUBT),
                        judged(actions, ConfidenceGrade.UNACHIEVABLE),
                        judged(actions, null),
                        count(actions, it -> it.confidence() != null && it.confidence().stale())));
    }

    private static int in(List<ActionProgress> actions, Timeliness timeliness) {
        return count(actions, it -> it.timeliness() == timeliness);
    }

    private static int come(List<ActionProgress> actions, Completion completion) {
        return count(actions, it -> it.completion() == completion);
    }

    private static int judged(List<ActionProgress> actions, @Nullable ConfidenceGrade grade) {
        return count(
                actions,
                it ->
                        it.completion() != Completion.COMPLETED
                                && (it.confidence() == null ? null : it.confidence().grade())
                                        == grade);
    }

    private static int count(List<ActionProgress> actions, Predicate<ActionProgress> which) {
        return Math.toIntExact(actions.stream().filter(which).count());
    }
}
