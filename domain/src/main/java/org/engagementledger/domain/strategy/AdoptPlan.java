package org.engagementledger.domain.strategy;

import static org.engagementledger.domain.casework.Rule.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.strategy.StrategyCommand.Adopt;
import org.jspecify.annotations.Nullable;

/**
 * Adopts all actions of a plan, or none if any of them can't be. What stands already as it is asked
 * for stays as it is.
 *
 * @param plan the plan's name, which must be that of the plan kept here
 */
public record AdoptPlan(@Nullable String plan, List<PlannedAim> aims) {

    /** The plan that is kept here: the Defendants Strategy Action Plan 2022–2023. */
    public static final String PLAN = "defendants-2022-2023";

    /** How many actions a plan may have. */
    public static final int MOST_ACTIONS = 200;

    public AdoptPlan {
        aims = List.copyOf(aims);
    }

    /**
     * An action that can be asked for.
     *
     * @param aim where its aim stands in the plan, as a JSON pointer
     * @param at where it stands itself
     */
    public record Placed(Adopt adopt, String aim, String at) {

        /** Why it is refused, as whoever wrote the plan sees it. */
        public Refusal inPlan(Refusal refusal) {
            return switch (refusal.field()) {
                case StrategyAction.AIM_TITLE ->
                        refusal.rule() == REQUIRED
                                ? Refusal.of(REQUIRED, aim + "/title", "title")
                                : refusal.at(aim + "/title");
                default -> refusal.at(at + refusal.field());
            };
        }
    }

    /** The actions whose names are in order. Whatever is wrong with the others is refused. */
    public List<Placed> actions(Checks checks) {
        checks.required(plan, "/plan").refuseIf(isOther(), OTHER_PLAN, "/plan", PLAN);
        int actions = aims.stream().mapToInt(aim -> aim.actions().size()).sum();
        checks.refuseIf(actions > MOST_ACTIONS, TOO_MANY, "/aims", MOST_ACTIONS)
                .refuseIf(actions == 0, NO_ACTION, "/aims");
        if (actions > MOST_ACTIONS) {
            return List.of();
        }
        List<Placed> placed = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        Set<ActionNumber> named = new HashSet<>();
        for (int i = 0; i < aims.size(); i++) {
            PlannedAim aim = aims.get(i);
            String at = "/aims/" + i;
            Integer number = aim.aim();
            checks.required(number, at + "/aim")
                    .refuseIf(number != null && !numbers.add(number), NAMED_TWICE, at + "/aim");
            for (int j = 0; j < aim.actions().size(); j++) {
                place(aim, aim.actions().get(j), at, at + "/actions/" + j, named, checks)
                        .ifPresent(placed::add);
            }
        }
        return placed;
    }

    private Optional<Placed> place(
            PlannedAim aim,
            PlannedAction action,
            String aimAt,
            String at,
            Set<ActionNumber> named,
            Checks checks) {
        checks.required(action.number(), at + "/number");
        Optional<ActionNumber> number =
                Optional.ofNullable(action.number()).flatMap(ActionNumber::read);
        checks.refuseIf(
                        number.isEmpty()
                                && action.number() != null
                                && !Checks.isBlank(action.number()),
                        ACTION_NUMBER_MALFORMED,
                        at + "/number")
                .refuseIf(
                        number.isPresent() && !named.add(number.get()), NAMED_TWICE, at + "/number")
                .refuseIf(
                        number.isPresent()
                                && aim.aim() != null
                                && !Objects.equals(number.get().aim(), aim.aim()),
                        OTHER_AIM,
                        at + "/number",
                        String.valueOf(aim.aim()));
        Optional<Quarter> due = Optional.ofNullable(action.due()).flatMap(Quarter::read);
        checks.refuseIf(due.isEmpty() && action.due() != null, QUARTER_MALFORMED, at + "/due")
                .refuseIf(
                        due.filter(it -> !it.isInRange()).isPresent(),
                        QUARTER_OUT_OF_RANGE,
                        at + "/due");
        return number.map(
                it ->
                        new Placed(
                                new Adopt(
                                        StrategyActionId.of(PLAN, it),
                                        aim.title(),
                                        action.title(),
                                        due.orElse(null),
                                        action.evidence()),
                                aimAt,
                                at));
    }

    private boolean isOther() {
        return plan != null && !Checks.isBlank(plan) && !plan.equals(PLAN);
    }
}
