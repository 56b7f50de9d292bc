package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * How many engagements count by the rules of which actions, and which of these numbers are kept
 * from a reader who may see no cases: each that is small, and each from which a small one could be
 * worked out with others that they are told of.
 */
final class ToldCounts {

    private final Map<Set<Window>, Long> counts;
    private final Set<Set<Window>> actions;
    private final LongPredicate small;

    /**
     * All that may be told together.
     *
     * @param actions by which windows engagements count for each of the actions
     * @param counts how many count by these, and by each of their windows alone
     * @param small whether a number is too small to be told
     */
    ToldCounts(
            Collection<Set<Window>> actions, Map<Set<Window>, Long> counts, LongPredicate small) {
        this.actions = Set.copyOf(actions);
        this.counts = Map.copyOf(counts);
        this.small = small;
    }

    /** How many count by these windows. */
    long of(Set<Window> windows) {
        return counts.getOrDefault(windows, 0L);
    }

    /**
     * Whether it isn't told how many count by all windows of an action: if it is few, or few more
     * than count for another action by a part of them.
     */
    boolean isHidden(Set<Window> windows) {
        boolean apart = windows.stream().map(Set::of).allMatch(actions::contains);
        return small.test(of(windows))
                || actions.stream().anyMatch(part -> isLittleMore(windows, part))
                || (apart && small.test(several(windows)));
    }

    /**
     * Whether it isn't told how many count by each window of an action: if by one of them it is
     * few, or few more or less than count for some action, or if few count by several.
     */
    boolean areEachHidden(Set<Window> windows) {
        return small.test(several(windows))
                || windows.stream()
                        .map(Set::of)
                        .anyMatch(
                                one ->
                                        small.test(of(one))
                                                || actions.stream()
                                                        .anyMatch(
                                                                it ->
                                                                        isLittleMore(one, it)
                                                                                || isLittleMore(
                                                                                        it, one)));
    }

    private boolean isLittleMore(Set<Window> windows, Set<Window> part) {
        return small.test(of(windows) - of(part)) && covers(windows, part);
    }

    /** By how much the numbers of its windows alone come to more than their common one. */
    private long several(Set<Window> windows) {
        return windows.stream().mapToLong(window -> of(Set.of(window))).sum() - of(windows);
    }

    /** Whether whatever counts by the part counts by the windows. */
    private static boolean covers(Set<Window> windows, Set<Window> part) {
        return part.stream().allMatch(window -> covers(windows, window));
    }

    private static boolean covers(Set<Window> windows, Window part) {
        LocalDate open = part.first();
        boolean more = true;
        while (more && !open.isAfter(part.last())) {
            more = false;
            for (Window window : windows) {
                if (window.takes(part.kind(), part.detail(), open)) {
                    open = window.last().plusDays(1);
                    more = true;
                }
            }
        }
        return open.isAfter(part.last());
    }
}
