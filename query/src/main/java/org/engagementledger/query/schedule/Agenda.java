package org.engagementledger.query.schedule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Submitted;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement has come to, as far as the schedule shows it: the case file that commands are
 * judged by, which can also take an event back that was recorded in error, and what kinds of issues
 * there are.
 *
 * @param shortNotice whether the request came at short notice
 * @param topics its issues, in the order in which they were raised
 */
record Agenda(CaseFile file, boolean shortNotice, List<Topic> topics) {

    Agenda {
        topics = List.copyOf(topics);
    }

    /** The agenda after the next event of an engagement; empty if it doesn't begin with one. */
    static Optional<Agenda> after(@Nullable Agenda before, EngagementEvent event) {
        Engagement known = before == null ? Engagement.unsubmitted() : Engagement.of(before.file());
        return known.evolve(event) instanceof Engagement.Made made
                ? Optional.of(
                        new Agenda(
                                made.file(),
                                before == null
                                        ? event instanceof Submitted e && e.shortNotice()
                                        : before.shortNotice(),
                                topics(before, made.file(), event)))
                : Optional.empty();
    }

    /** Those known and those that the event raises, but for what was raised in error. */
    private static List<Topic> topics(
            @Nullable Agenda before, CaseFile after, EngagementEvent event) {
        List<Topic> known = before == null ? List.of() : before.topics();
        List<Issue> raised =
                switch (event) {
                    case Submitted e -> e.issues();
                    case Amended e -> e.issues();
                    default -> List.of();
                };
        List<String> standing =
                after.issues().entries().stream().map(entry -> entry.id().value()).toList();
        return Stream.concat(
                        known.stream(),
                        raised.stream()
                                .map(issue -> new Topic(issue.id().value(), issue.category())))
                .filter(topic -> standing.contains(topic.issue()))
                .toList();
    }

    /** The event by which the slot was booked that the engagement has. */
    OptionalLong booking() {
        List<Trail.Step<CaseFile.Booking>> steps = file.slot().steps();
        return file.booking().isPresent()
                ? OptionalLong.of(steps.getLast().sequence())
                : OptionalLong.empty();
    }

    /** The ids of the issues that wait for a meeting, with spaces between them. */
    String waiting() {
        return file.issues().discussable().stream()
                .map(IssueId::value)
                .collect(Collectors.joining(" "));
    }
}
