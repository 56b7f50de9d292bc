package org.engagementledger.domain.strategy;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An action's number as the plan has it: the aim's, and the action's within it, such as {@code
 * 1.1}. Ordered by numbers: 1.10 comes after 1.9.
 */
public record ActionNumber(String value) implements Comparable<ActionNumber> {

    static final String SHAPE = "[1-9][0-9]?\\.[1-9][0-9]?";
    private static final Pattern NUMBER = Pattern.compile(SHAPE);
    private static final Comparator<ActionNumber> ORDER =
            Comparator.comparingInt(ActionNumber::aim).thenComparingInt(ActionNumber::action);

    /**
     * Throws IllegalArgumentException on anything but such a number; what people type goes through
     * {@link #read}.
     */
    public ActionNumber {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an action's number");
        }
    }

    /** The number that is so written; empty if it isn't one. */
    public static Optional<ActionNumber> read(String written) {
        return NUMBER.matcher(written).matches()
                ? Optional.of(new ActionNumber(written))
                : Optional.empty();
    }

    /** The number of the aim. */
    public int aim() {
        return Integer.parseInt(value, 0, dot(), 10);
    }

    /** Which of the aim's actions it is. */
    public int action() {
        return Integer.parseInt(value, dot() + 1, value.length(), 10);
    }

    private int dot() {
        return value.indexOf('.');
    }

    @Override
    public int compareTo(ActionNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
