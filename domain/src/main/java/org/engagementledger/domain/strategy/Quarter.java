package org.engagementledger.domain.strategy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A quarter of a financial year, which begins in April: {@code 2022-Q2} is July to September 2022,
 * {@code 2022-Q4} January to March 2023. That the plan's quarters are those of the financial year
 * is assumed. Ordered by time.
 */
public record Quarter(String value) implements Comparable<Quarter> {

    private static final int APRIL = 4;
    private static final int MONTHS = 3;

    /** An action that is due in another year is a slip. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;
    private static final Pattern QUARTER = Pattern.compile("[1-9][0-9]{3}-Q[1-4]");

    /**
     * Throws IllegalArgumentException on anything but its written form; what people type goes
     * through {@link #read}.
     */
    public Quarter {
        if (!QUARTER.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a quarter");
        }
    }

    /**
     * The quarter of a financial year.
     *
     * @param financialYear the calendar year in which it begins
     * @param quarter from 1 (April to June) to 4 (January to March)
     */
    public static Quarter of(int financialYear, int quarter) {
        return new Quarter(financialYear + "-Q" + quarter);
    }

    /** The quarter in which the day lies. */
    public static Quarter of(LocalDate day) {
        LocalDate inItsYear = day.minusMonths(APRIL - 1L);
        return of(inItsYear.getYear(), (inItsYear.getMonthValue() - 1) / MONTHS + 1);
    }

    /** The quarter that is so written; empty if it isn't one. */
    public static Optional<Quarter> read(String written) {
        return QUARTER.matcher(written).matches()
                ? Optional.of(new Quarter(written))
                : Optional.empty();
    }

    /** Whether an action of a plan may be due then: in a financial year from 2000 to 2099. */
    boolean isInRange() {
        return financialYear() >= FIRST_YEAR && financialYear() <= LAST_YEAR;
    }

    /** The calendar year in which its financial year begins. */
    public int financialYear() {
        return Integer.parseInt(value.substring(0, value.indexOf('-')));
    }

    /** Which of its year: from 1 (April to June) to 4 (January to March). */
    public int quarter() {
        return value.charAt(value.length() - 1) - '0';
    }

    /** Its first day. */
    public LocalDate first() {
        return LocalDate.of(financialYear(), APRIL, 1).plusMonths((quarter() - 1L) * MONTHS);
    }

    /** Its last day: what is done on it is done in time. */
    public LocalDate last() {
        return first().plusMonths(MONTHS).minusDays(1);
    }

    @Override
    public int compareTo(Quarter other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
