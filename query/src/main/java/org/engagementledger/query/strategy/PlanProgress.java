package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a plan's actions stand as of a day.
 *
 * @param plan the plan's name
 * @param asOf the day: what was recorded by its end in London counts. If it is still to come this
 *     is how they stand then if nothing more happens
 * @param totals of all actions
 * @param aims of each aim, in their order
 * @param quarters of each quarter in which an action is due, in their order, and at the end of
 *     those that are undated
 * @param actions the actions that had been adopted by then, in the order of their numbers
 */
public record PlanProgress(
        String plan,
        LocalDate asOf,
        ProgressTotals totals,
        List<AimProgress> aims,
        List<QuarterProgress> quarters,
        List<ActionProgress> actions) {

    public PlanProgress {
        aims = List.copyOf(aims);
        quarters = List.copyOf(quarters);
        actions = List.copyOf(actions);
    }

    /**
     * How an aim's actions stand.
     *
     * @param aim its number
     * @param title the aim, in a few words
     * @param totals of its actions
     */
    public record AimProgress(int aim, String title, ProgressTotals totals) {}

    /**
     * How the actions stand that are due in a quarter.
     *
     * @param quarter the quarter of the financial year, such as 2022-Q2; null for those that are
     *     undated
     * @param ends its last day; that the plan means quarters of the financial year is assumed
     * @param totals of those actions
     */
    public record QuarterProgress(
            @Nullable String quarter, @Nullable LocalDate ends, ProgressTotals totals) {}
}
