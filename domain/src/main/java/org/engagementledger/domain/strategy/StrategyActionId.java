package org.engagementledger.domain.strategy;

import java.util.regex.Pattern;

/** An action of a plan, by the plan's name and its number: {@code defendants-2022-2023:1.1}. */
public record StrategyActionId(String value) {

    static final String PLAN = "[a-z0-9][a-z0-9._-]{0,99}";
    private static final Pattern ID = Pattern.compile(PLAN + ":" + ActionNumber.SHAPE);

    /** Throws IllegalArgumentException on anything but such an id. */
    public StrategyActionId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an action's id");
        }
    }

    /**
     * The plan's action of this number.
     *
     * @param plan the plan's name: small letters, digits, dots, dashes and underscores, at most 100
     */
    public static StrategyActionId of(String plan, ActionNumber number) {
        return new StrategyActionId(plan + ":" + number);
    }

    /** The plan's name. */
    public String plan() {
        return value.substring(0, value.indexOf(':'));
    }

    /** Its number in the plan. */
    public ActionNumber number() {
        return new ActionNumber(value.substring(value.indexOf(':') + 1));
    }

    /** The first action of the aim that it serves. */
    public StrategyActionId firstOfItsAim() {
        return of(plan(), new ActionNumber(number().aim() + ".1"));
    }

    @Override
    public String toString() {
        return value;
    }
}
