package org.engagementledger.api.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** What is chosen for one call: the same seed and number choose the same. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, int number) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ number * 0xBF58476D1CE4E5B9L);
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the first to the last. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    final <T> T one(T first, T... others) {
        int which = random.nextInt(others.length + 1);
        return which == 0 ? first : others[which - 1];
    }
}
