package org.engagementledger.query.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.Engagement;
import org.engagementledger.domain.engagement.Issues;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.Resolved;
import org.jspecify.annotations.Nullable;

/**
 * What an engagement has come to, as far as later events are counted by it: ids, categories,
 * statuses and pleas, nothing personal.
 *
 * <p>It is as if what was recorded in error had never been: a finding that was struck settles
 * nothing, and what was found on an issue that was raised in error isn't found.
 *
 * @param version the sequence number of its last event
 * @param firm null for a litigant in person
 * @param listings for which day the hearing is listed, and was before
 * @param offers those that can still be answered or taken back
 * @param earliest the earliest offer of each sort of plea
 * @param rejected the sorts of plea of which an offer was rejected, in the order of their codes
 * @param counted the kinds of which something has counted, in their order
 */
record Evaluated(
        EngagementId id,
        long version,
        String court,
        Stage stage,
        @Nullable FirmId firm,
        Instant submittedAt,
        List<Listing> listings,
        List<Topic> issues,
        List<Person> people,
        List<Offer> offers,
        Map<CrackedBy, Earliest> earliest,
        List<CrackedBy> rejected,
        List<Kind> counted) {

    /**
     * @param since since when it is listed for this day
     */
    record Listing(Instant since, LocalDate day) {}

    /**
     * An issue.
     *
     * @param settledAt when it was settled; null unless it is
     */
    record Topic(
            IssueId id, IssueCategory category, IssueStatus status, @Nullable Instant settledAt) {}

    record Person(DefendantId id, List<Need> needs, List<OffenceId> offences) {
        Person {
            needs = List.copyOf(needs);
            offences = List.copyOf(offences);
        }
    }

    record Offer(PleaId id, Plea plea) {}

    /**
     * @param sequence the event by which it was offered
     * @param at when it was offered
     */
    record Earliest(long sequence, Instant at) {}

    Evaluated {
        listings = List.copyOf(listings);
        issues = List.copyOf(issues);
        people = List.copyOf(people);
        offers = List.copyOf(offers);
        earliest = Map.copyOf(earliest);
        rejected = List.copyOf(rejected);
        counted = List.copyOf(counted);
    }

    /** The day for which the hearing is listed. */
    LocalDate hearingDate() {
        return listings.getLast().day();
    }

    /**
     * An engagement after an event, or several.
     *
     * @param counted what counts by them
     */
    record Step(Evaluated after, List<Counted> counted) {
        Step {
            counted = List.copyOf(counted);
        }
    }

    /**
     * What the next event makes of an engagement. A correction changes nothing here: with it, all
     * is told {@linkplain #again again}.
     *
     * @param before null before there is any event
     */
    static Step after(@Nullable Evaluated before, Happened next) {
        return new Evaluating(before, next).finished();
    }

    /**
     * What an engagement has come to by its events from the first on, without those that were
     * recorded in error, and all that counts.
     *
     * @param events with a correction among them
     */
    static Step again(List<Happened> events) {
        Set<Long> struck =
                events.stream()
                        .map(Happened::event)
                        .filter(RecordedInError.class::isInstance)
                        .map(event -> ((RecordedInError) event).sequence())
                        .collect(Collectors.toSet());
        Engagement known = Engagement.unsubmitted();
        Evaluated evaluated = null;
        List<Counted> counted = new ArrayList<>();
        for (Happened happened : events) {
            if (!struck.contains(happened.sequence())) {
                Step step = after(evaluated, withoutWhatIsSaidAgain(happened, known));
                evaluated = step.after();
                counted.addAll(step.counted());
            }
            known = known.evolve(happened.event());
        }
        return new Step(Objects.requireNonNull(evaluated), counted);
    }

    /**
     * That all is settled repeats what was settled before: that stays with the event that settled
     * it, even if it was struck since.
     */
    private static Happened withoutWhatIsSaidAgain(Happened happened, Engagement known) {
        EngagementEvent event = happened.event();
        if (event instanceof Resolved e && known instanceof Engagement.Made made) {
            Issues issues = made.file().issues();
            event =
                    new Resolved(
                            e.engagement(),
                            e.settlements().stream()
                                    .filter(
                                            settlement ->
                                                    !issues.that(settlement.how()::equals)
                                                            .contains(settlement.issue()))
                                    .toList());
        }
        return new Happened(happened.sequence(), happened.recordedAt(), event);
    }
}
