package org.engagementledger.api.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.engagementledger.api.problem.NotYet;
import org.engagementledger.api.problem.TooMany;

/**
 * Lets only so many in at a time, and only so many of one account, so that no account keeps all
 * others out. Each leaves again.
 */
public final class Places {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final int all;
    private final int each;
    private final String things;
    private final String otherwise;
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * @param all how many at a time
     * @param each how many of them one account's
     * @param things what they are, such as "streams are open"
     * @param otherwise what can be done instead, as an imperative
     */
    public Places(int all, int each, String things, String otherwise) {
        this.all = all;
        this.each = each;
        this.things = things;
        this.otherwise = otherwise;
    }

    /**
     * Takes a place; {@link #leave} gives it back.
     *
     * @param account who takes it
     * @throws TooMany if the account has all that it may have
     * @throws NotYet if all places are taken
     */
    public synchronized void take(String account) {
        int own = taken.getOrDefault(account, 0);
        if (own >= each) {
            throw new TooMany(
                    "Of this account %d %s already: end one first, or %s."
                            .formatted(own, things, otherwise),
                    SOON);
        }
        if (taken.values().stream().mapToInt(Integer::intValue).sum() >= all) {
            throw new NotYet("Too many %s: ask again, or %s.".formatted(things, otherwise));
        }
        taken.put(account, own + 1);
    }

    /** Gives a place back. */
    public synchronized void leave(String account) {
        taken.computeIfPresent(account, (who, own) -> own == 1 ? null : own - 1);
    }
}
