package org.engagementledger.query.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.jspecify.annotations.Nullable;

/**
 * A case that is told event by event, as the projection does it: each an hour after the one before
 * unless it is said when, and all again with each correction. It comes to the same if it is told
 * all at once.
 */
final class CaseTold {

    private final List<Happened> events = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();
    private @Nullable Evaluated evaluated;

    static CaseTold of(EngagementEvent... events) {
        CaseTold told = new CaseTold();
        for (EngagementEvent event : events) {
            told.then(event);
        }
        return told;
    }

    void then(EngagementEvent event) {
        then(Events.SUBMITTED.plusSeconds(3_600L * events.size()), event);
    }

    /** The next event, which is recorded then. */
    void then(String at, EngagementEvent event) {
        then(Instant.parse(at), event);
    }

    void then(Instant at, EngagementEvent event) {
        Happened next = new Happened(events.size(), at, event);
        events.add(next);
        Evaluated.Step step;
        if (event instanceof RecordedInError) {
            counted.clear();
            step = Evaluated.again(events);
        } else {
            step = Evaluated.after(evaluated, next);
        }
        evaluated = step.after();
        counted.addAll(step.counted());
        assertThat(Evaluated.again(events))
                .as("told again up to %s", next)
                .isEqualTo(new Evaluated.Step(evaluated, counted));
    }

    Evaluated evaluated() {
        return Objects.requireNonNull(evaluated);
    }

    List<Counted> all() {
        return counted;
    }

    /** What counts of these kinds: the event, the kind, and whatever else there is to it. */
    List<String> counted(Kind... kinds) {
        return counted.stream()
                .filter(it -> List.of(kinds).contains(it.kind()))
                .map(CaseTold::words)
                .toList();
    }

    /** On which days these kinds count: the event, the kind, and its day. */
    List<String> days(Kind... kinds) {
        return counted.stream()
                .filter(it -> List.of(kinds).contains(it.kind()))
                .map(it -> "%d %s %s".formatted(it.sequence(), it.kind(), it.day()))
                .toList();
    }

    /** How many days before the hearing these kinds count: the event, the kind, and the days. */
    List<String> notices(Kind... kinds) {
        return counted.stream()
                .filter(it -> List.of(kinds).contains(it.kind()))
                .map(it -> "%d %s %d days".formatted(it.sequence(), it.kind(), it.notice()))
                .toList();
    }

    /** What counts first of its kind, of these. */
    List<String> firsts(Kind... kinds) {
        return counted.stream()
                .filter(it -> it.first() && List.of(kinds).contains(it.kind()))
                .map(CaseTold::words)
                .toList();
    }

    static String words(Counted it) {
        return Stream.of(
                        it.sequence(),
                        it.kind(),
                        it.detail(),
                        it.part(),
                        it.how(),
                        it.slotStart(),
                        it.other() == null ? null : "by " + it.other(),
                        it.kind() == Kind.REQUEST ? it.notice() + " days" : null)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
