package org.engagementledger.domain.engagement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.RequestId;

/**
 * The requests for information. Those that are open are all kept, of the answered ones those that
 * were answered last.
 *
 * @param forgotten the sequence number of the latest event that tells of a request no longer kept;
 *     -1 if there is none
 */
public record Requests(List<Entry> entries, long forgotten) {

    static final Requests NONE = new Requests(List.of(), -1);

    /** How many answered requests are kept. */
    static final int KEPT = 20;

    /** A request, and whether it is open. */
    public record Entry(RequestId id, Trail<Boolean> open) {

        private boolean isOpen() {
            return open.current().orElse(false);
        }

        private long latest() {
            return open.steps().getLast().sequence();
        }
    }

    public Requests {
        entries = List.copyOf(entries);
    }

    Requests ask(long sequence, RequestId id) {
        Entry asked = new Entry(id, Trail.of(sequence, true));
        return kept(Stream.concat(entries.stream(), Stream.of(asked)).toList());
    }

    Requests answer(long sequence, List<RequestId> answered) {
        return kept(
                entries.stream()
                        .map(
                                entry ->
                                        answered.contains(entry.id())
                                                ? new Entry(
                                                        entry.id(),
                                                        entry.open().then(sequence, false))
                                                : entry)
                        .toList());
    }

    private Requests kept(List<Entry> all) {
        List<Entry> answered =
                all.stream()
                        .filter(entry -> !entry.isOpen())
                        .sorted(Comparator.comparingLong(Entry::latest))
                        .toList();
        List<Entry> dropped = answered.subList(0, Math.max(0, answered.size() - KEPT));
        return new Requests(
                all.stream().filter(entry -> !dropped.contains(entry)).toList(),
                dropped.stream().mapToLong(Entry::latest).reduce(forgotten, Math::max));
    }

    /** Whether it is known what the requests would be if the event had never been. */
    boolean canStrike(long sequence) {
        return sequence > forgotten
                || (sequence < forgotten
                        && entries.stream().anyMatch(entry -> entry.open().tellsOf(sequence)));
    }

    /**
     * The requests as if the event had never been: what it asked is gone, what it answered is open
     * again.
     */
    Requests without(long sequence) {
        return new Requests(
                entries.stream()
                        .filter(entry -> !entry.open().beganWith(sequence))
                        .map(entry -> new Entry(entry.id(), entry.open().without(sequence)))
                        .toList(),
                forgotten);
    }

    boolean isOpen(RequestId id) {
        return entries.stream().anyMatch(entry -> entry.id().equals(id) && entry.isOpen());
    }
}
