package org.engagementledger.domain.engagement;

import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.RequestId;

/** The requests for information, answered and unanswered. */
public record Requests(List<Entry> entries) {

    /** A request, and whether it is open. */
    public record Entry(RequestId id, Trail<Boolean> open) {}

    public Requests {
        entries = List.copyOf(entries);
    }

    Requests ask(long sequence, RequestId id) {
        return new Requests(
                Stream.concat(entries.stream(), Stream.of(new Entry(id, Trail.of(sequence, true))))
                        .toList());
    }

    Requests answer(long sequence, List<RequestId> answered) {
        return new Requests(
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

    /**
     * The requests as if the event had never been: what it asked is gone, what it answered is open
     * again.
     */
    Requests without(long sequence) {
        return new Requests(
                entries.stream()
                        .filter(entry -> !entry.open().beganWith(sequence))
                        .map(entry -> new Entry(entry.id(), entry.open().without(sequence)))
                        .toList());
    }

    boolean isOpen(RequestId id) {
        return entries.stream()
                .anyMatch(entry -> entry.id().equals(id) && entry.open().current().orElse(false));
    }
}
