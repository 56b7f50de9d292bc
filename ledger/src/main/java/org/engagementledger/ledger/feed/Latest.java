package org.engagementledger.ledger.feed;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The feed's last events, read once for all that follow it here; as personal values are unopened,
 * so are they here. They go first when memory is short: whoever follows then reads the feed.
 */
final class Latest {

    /** How many are kept at most. */
    static final int KEPT = 1_000;

    private final long head;
    private final SoftReference<List<FeedEntry>> entries;

    private Latest(long head, List<FeedEntry> entries) {
        this.head = head;
        this.entries = new SoftReference<>(List.copyOf(entries));
    }

    /** Nothing is kept of what leads up to this position. */
    static Latest nothing(long head) {
        return new Latest(head, List.of());
    }

    /** The last position that was looked at. */
    long head() {
        return head;
    }

    /** What leads up to there without a gap. */
    List<FeedEntry> entries() {
        List<FeedEntry> kept = entries.get();
        return kept == null ? List.of() : kept;
    }

    /** The last ones as the feed goes on to a new head. More than are kept aren't read at all. */
    Latest goneOn(long newHead, Feed feed) {
        long more = newHead - head;
        List<FeedEntry> read = more > KEPT ? List.of() : feed.read(head, (int) more);
        if (read.size() != more) {
            return nothing(newHead);
        }
        List<FeedEntry> before = entries();
        return new Latest(
                newHead,
                Stream.concat(before.stream(), read.stream())
                        .skip(Math.max(0, before.size() + read.size() - KEPT))
                        .toList());
    }

    /**
     * What follows a position, in its order.
     *
     * @param limit how many at most
     * @return empty if some of that isn't kept any more, or lies after the head
     */
    Optional<List<FeedEntry>> after(long position, int limit) {
        List<FeedEntry> kept = entries();
        long from = position - (head - kept.size());
        if (from < 0 || from > kept.size()) {
            return Optional.empty();
        }
        return Optional.of(kept.subList((int) from, (int) Math.min(kept.size(), from + limit)));
    }
}
