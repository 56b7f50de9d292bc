package org.engagementledger.domain.engagement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;

/** How far each issue of an engagement has come. */
public record Issues(List<Entry> entries) {

    /** An issue and how its status came about. */
    public record Entry(IssueId id, Trail<IssueStatus> trail) {}

    public Issues {
        entries = List.copyOf(entries);
    }

    Issues raise(long sequence, List<IssueId> raised) {
        List<Entry> all = new ArrayList<>(entries);
        raised.forEach(id -> all.add(new Entry(id, Trail.of(sequence, IssueStatus.RAISED))));
        return new Issues(all);
    }

    /** The issues after these have come so far; what is found again is a step too. */
    Issues become(long sequence, Map<IssueId, IssueStatus> statuses) {
        return new Issues(
                entries.stream()
                        .map(
                                entry -> {
                                    IssueStatus status = statuses.get(entry.id());
                                    return status == null
                                            ? entry
                                            : new Entry(
                                                    entry.id(),
                                                    entry.trail().then(sequence, status));
                                })
                        .toList());
    }

    /** The issues as if the event had never been; what it raised is gone. */
    Issues without(long sequence) {
        return new Issues(
                entries.stream()
                        .filter(entry -> !entry.trail().beganWith(sequence))
                        .map(entry -> new Entry(entry.id(), entry.trail().without(sequence)))
                        .toList());
    }

    /** Whether the event is what some issue came to its status by. */
    boolean tellOf(long sequence) {
        return entries.stream().anyMatch(entry -> entry.trail().tellsOf(sequence));
    }

    /** Whether it is known what the issues would be if the event had never been. */
    boolean canStrike(long sequence) {
        return entries.stream().allMatch(entry -> entry.trail().canStrike(sequence));
    }

    Optional<IssueStatus> status(IssueId id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .flatMap(entry -> entry.trail().current());
    }

    /** The ids of the issues whose status is such. */
    public List<IssueId> that(Predicate<IssueStatus> such) {
        return entries.stream()
                .filter(entry -> entry.trail().current().filter(such).isPresent())
                .map(Entry::id)
                .toList();
    }

    /** Those that triage has not yet found on. */
    public List<IssueId> untriaged() {
        return that(status -> status == IssueStatus.RAISED);
    }

    /** Those that a surgery can discuss. */
    public List<IssueId> discussable() {
        return that(IssueStatus::discussable);
    }

    /** Those that something remains to be done about. */
    public List<IssueId> unsettled() {
        return that(status -> !status.settled());
    }

    static String list(Collection<IssueId> ids) {
        return String.join(", ", ids.stream().map(IssueId::value).toList());
    }
}
