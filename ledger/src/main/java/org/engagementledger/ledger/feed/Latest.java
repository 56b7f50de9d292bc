package org.engagementledger.ledger.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The feed's last events, read once for all that follow it here.
 *
 * @param head the last position that was looked at
 * @param entries what leads up to there without a gap; as personal values are unopened, so are they
 *     here
 */
record Latest(long head, List<FeedEntry> entries) {

    /** How many are kept at most. */
    static final int KEPT = 1_000;

    static final Latest NONE = new Latest(0, List.of());

    Latest {
        entries = List.copyOf(entries);
    }

    /** The last ones as the feed goes on to a new head. More than are kept aren't read at all. */
    Latest goneOn(long newHead, Feed feed) {
        long more = newHead - head;
        List<FeedEntry> read = more > KEPT ? List.of() : feed.read(head, (int) more);
        if (read.size() != more) {
            return new Latest(newHead, List.of());
        }
        return new Latest(
                newHead,
                Stream.concat(entries.stream(), read.stream())
                        .skip(Math.max(0, entries.size() + read.size() - KEPT))
                        .toList());
    }

    /**
     * What follows a position, in its order.
     *
     * @param limit how many at most
     * @return empty if some of that isn't kept any more, or lies after the head
     */
    Optional<List<FeedEntry>> after(long position, int limit) {
        long from = position - (head - entries.size());
        if (from < 0 || from > entries.size()) {
            return Optional.empty();
        }
        return Optional.of(
                entries.subList((int) from, (int) Math.min(entries.size(), from + limit)));
    }
}
