package org.engagementledger.query.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.MeetingResult;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.Offence;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.query.evaluation.Evaluated.Earliest;
import org.engagementledger.query.evaluation.Evaluated.Listing;
import org.engagementledger.query.evaluation.Evaluated.Offer;
import org.engagementledger.query.evaluation.Evaluated.Person;
import org.engagementledger.query.evaluation.Evaluated.Topic;
import org.jspecify.annotations.Nullable;

/** What an engagement was, changed by one event; and what counts by it. */
final class Evaluating {

    private final Happened happened;
    private final EngagementId id;
    private final String court;
    private final Stage stage;
    private final Instant submittedAt;
    private @Nullable FirmId firm;
    private final List<Listing> listings = new ArrayList<>();
    private final List<Topic> issues = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final Map<CrackedBy, Earliest> earliest = new EnumMap<>(CrackedBy.class);
    private final Set<CrackedBy> rejected = EnumSet.noneOf(CrackedBy.class);
    private final Set<Kind> known = EnumSet.noneOf(Kind.class);
    private final List<Counted> counted = new ArrayList<>();

    Evaluating(@Nullable Evaluated before, Happened next) {
        happened = next;
        if (before == null) {
            if (!(next.event() instanceof Submitted e)) {
                throw new IllegalStateException(
                        "The engagement %s begins with its event %d"
                                .formatted(next.event().engagement(), next.sequence()));
            }
            id = e.engagement();
            court = e.court();
            stage = e.stage();
            submittedAt = e.receivedAt();
            listings.add(new Listing(submittedAt, e.hearingDate()));
            submit(e);
        } else {
            id = before.id();
            court = before.court();
            stage = before.stage();
            submittedAt = before.submittedAt();
            firm = before.firm();
            listings.addAll(before.listings());
            issues.addAll(before.issues());
            people.addAll(before.people());
            offers.addAll(before.offers());
            earliest.putAll(before.earliest());
            rejected.addAll(before.rejected());
            known.addAll(before.counted());
            apply(next.event());
        }
    }

    Evaluated.Step finished() {
        return new Evaluated.Step(
                new Evaluated(
                        id,
                        happened.sequence(),
                        court,
                        stage,
                        firm,
                        submittedAt,
                        listings,
                        issues,
                        people,
                        offers,
                        earliest,
                        List.copyOf(rejected),
                        List.copyOf(known)),
                counted);
    }

    private void submit(Submitted e) {
        firm = e.requester().firm();
        count(
                beforeTheHearing(fact(Kind.REQUEST, firm == null ? "IN_PERSON" : "FIRM", null))
                        .how(howMuchNotice(e)));
        e.defendants().forEach(this::name);
        e.issues().forEach(this::raise);
    }

    /** By the notice that was asked for when it came. */
    private static @Nullable String howMuchNotice(Submitted e) {
        if (e.stage() != Stage.PRE_TRIAL) {
            return null;
        }
        return e.shortNotice() ? "SHORT_NOTICE" : "WITH_NOTICE";
    }

    private void apply(EngagementEvent event) {
        switch (event) {
            case Submitted e -> throw new IllegalStateException("Submitted twice: " + id);
            case Amended e -> {
                e.defendants().forEach(this::name);
                e.details().forEach(this::change);
                e.issues().forEach(this::raise);
            }
            case InformationRequested e -> {}
            case TriageEscalated e -> {}
            case PartlyTriaged e -> triage(e.findings());
            case Triaged e -> triage(e.findings());
            case Resolved e -> {
                e.settlements().forEach(settled -> become(settled.issue(), settled.how()));
                resolve();
            }
            case WaitingListJoined e -> {}
            case WaitingListLeft e -> {}
            case SlotOffered e -> {}
            case SlotOfferDeclined e -> {}
            case SlotOfferExpired e -> {}
            case SlotOfferWithdrawn e -> {}
            case SlotBooked e -> countsFor(e.slot(), Kind.SLOT_BOOKED, e.slot().surgery().value());
            case SlotReleased e -> countsFor(e.slot(), Kind.SLOT_RELEASED, e.why().name());
            case MeetingHeld e -> {
                countsFor(e.slot(), Kind.MEETING_HELD, e.slot().surgery().value());
                e.outcomes()
                        .forEach(
                                outcome ->
                                        become(
                                                outcome.issue(),
                                                outcome.result() == MeetingResult.AGREED
                                                        ? IssueStatus.AGREED
                                                        : IssueStatus.DISPUTED));
            }
            case MeetingMissed e ->
                    countsFor(
                            e.slot(),
                            Kind.MEETING_MISSED,
                            e.missedBy().stream()
                                    .sorted()
                                    .map(Enum::name)
                                    .collect(Collectors.joining(" ")));
            case PleaOffered e -> offer(e);
            case PleaOfferWithdrawn e ->
                    answered(Kind.PLEA_WITHDRAWN, e.plea()).ifPresent(offers::remove);
            case PleaIndicated e -> {
                if (isCharged(e.defendant(), e.offence())) {
                    counts(Kind.PLEA_INDICATED, e.acceptable().name(), e.plea().value());
                }
            }
            case PleaRejected e ->
                    answered(Kind.PLEA_REJECTED, e.plea())
                            .ifPresent(
                                    offer -> {
                                        offers.remove(offer);
                                        CrackedBy.of(offer.plea()).ifPresent(rejected::add);
                                    });
            case PleaAgreed e -> agree(e);
            case HearingRelisted e -> listed(e.newDate());
            case RepresentationTransferred e -> firm = e.requester().firm();
            case Withdrawn e -> counts(Kind.WITHDRAWN, null, null);
            case OutcomeRecorded e -> end(e);
            case RecordedInError e -> {}
        }
    }

    private void name(Defendant defendant) {
        people.add(new Person(defendant.id(), List.of(), List.of()));
        add(defendant.id(), defendant.needs(), defendant.offences());
    }

    private void change(DefendantDetails details) {
        add(details.defendant(), details.needs(), details.offences());
    }

    private void add(DefendantId defendant, List<Need> needs, List<Offence> offences) {
        people.replaceAll(
                person -> person.id().equals(defendant) ? with(person, needs, offences) : person);
    }

    private Person with(Person person, List<Need> needs, List<Offence> offences) {
        List<Need> allNeeds = new ArrayList<>(person.needs());
        for (Need need : needs) {
            if (!allNeeds.contains(need)) {
                allNeeds.add(need);
                counts(Kind.NEED, need.name(), person.id().value());
            }
        }
        List<OffenceId> allOffences = new ArrayList<>(person.offences());
        offences.forEach(offence -> allOffences.add(offence.id()));
        return new Person(person.id(), allNeeds, allOffences);
    }

    private boolean isCharged(DefendantId defendant, OffenceId offence) {
        return people.stream()
                .anyMatch(
                        person ->
                                person.id().equals(defendant)
                                        && person.offences().contains(offence));
    }

    private void raise(Issue issue) {
        issues.add(new Topic(issue.id(), issue.category(), IssueStatus.RAISED, null));
        counts(Kind.ISSUE_RAISED, issue.category().name(), issue.id().value());
    }

    private void triage(List<Finding> findings) {
        for (Finding finding : findings) {
            become(
                    finding.issue(),
                    switch (finding.kind()) {
                        case ANSWERED -> IssueStatus.ANSWERED;
                        case PUT_FORWARD -> IssueStatus.PUT_FORWARD;
                        case OUT_OF_SCOPE -> IssueStatus.OUT_OF_SCOPE;
                    });
        }
        if (issues.stream().noneMatch(issue -> issue.status() == IssueStatus.RAISED)) {
            counts(Kind.TRIAGED, cameOfTriage(), null);
        }
    }

    /** Whatever is out of scope isn't answered. */
    private String cameOfTriage() {
        if (issues.stream().anyMatch(issue -> issue.status().discussable())) {
            return "PUT_FORWARD";
        }
        return issues.stream().anyMatch(issue -> issue.status() == IssueStatus.ANSWERED)
                ? "ANSWERED"
                : "OUT_OF_SCOPE";
    }

    /**
     * All is settled since the last issue was, whenever the ledger comes to say so; and nothing is
     * resolved if all is out of scope.
     */
    private void resolve() {
        if (issues.stream().allMatch(issue -> issue.status().settled())
                && issues.stream().anyMatch(issue -> issue.status() != IssueStatus.OUT_OF_SCOPE)) {
            issues.stream()
                    .map(Topic::settledAt)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .map(last -> beforeTheHearing(fact(Kind.RESOLVED, null, null).at(last)))
                    .ifPresent(this::count);
        }
    }

    private void become(IssueId issue, IssueStatus status) {
        issues.replaceAll(topic -> topic.id().equals(issue) ? become(topic, status) : topic);
    }

    private Topic become(Topic topic, IssueStatus status) {
        if (status.settled() && !topic.status().settled()) {
            count(
                    beforeTheHearing(
                                    fact(
                                            Kind.ISSUE_RESOLVED,
                                            topic.category().name(),
                                            topic.id().value()))
                            .how(status.name()));
        }
        return new Topic(topic.id(), topic.category(), status, settledAt(topic, status));
    }

    private @Nullable Instant settledAt(Topic before, IssueStatus now) {
        if (!now.settled()) {
            return null;
        }
        return before.settledAt() == null ? happened.at() : before.settledAt();
    }

    private void offer(PleaOffered e) {
        if (!isCharged(e.defendant(), e.offence())) {
            return;
        }
        counts(Kind.PLEA_OFFERED, e.offered().name(), e.plea().value());
        offers.add(new Offer(e.plea(), e.offered()));
        Earliest offered = new Earliest(happened.sequence(), e.offeredAt());
        CrackedBy.of(e.offered())
                .ifPresent(
                        sort ->
                                earliest.merge(
                                        sort,
                                        offered,
                                        (known, later) ->
                                                later.at().isBefore(known.at()) ? later : known));
    }

    private void agree(PleaAgreed e) {
        offer(e.plea())
                .map(it -> fact(Kind.PLEA_AGREED, it.plea().name(), e.plea().value()))
                .map(this::beforeTheHearing)
                .ifPresent(this::count);
    }

    /** An offer; none if it is gone with what it was offered to. */
    private Optional<Offer> offer(PleaId plea) {
        return offers.stream().filter(it -> it.id().equals(plea)).findFirst();
    }

    /** What became of an offer. */
    private Optional<Offer> answered(Kind kind, PleaId plea) {
        Optional<Offer> offer = offer(plea);
        offer.ifPresent(it -> counts(kind, it.plea().name(), plea.value()));
        return offer;
    }

    private void end(OutcomeRecorded e) {
        LocalDate day = dayOf(e);
        count(fact(Kind.OUTCOME, e.reason(), e.hearingDate().toString()).on(day));
        for (CrackedBy sort : CrackedBy.values()) {
            Earliest offered = earliest.get(sort);
            if (sort.saysOfferedThatDay(e)
                    && offered != null
                    && LondonTime.dateOf(offered.at()).isBefore(e.hearingDate())) {
                count(
                        fact(
                                        Kind.CONTRADICTION,
                                        isOfOneCharge()
                                                ? "OFFERED_EARLIER"
                                                : "PERHAPS_OFFERED_EARLIER",
                                        null)
                                .on(day)
                                .by(offered.sequence()));
            }
            if (sort.saysRejectedBefore(e) && !rejected.contains(sort)) {
                count(fact(Kind.CONTRADICTION, "NO_REJECTION_ON_THIS_LEDGER", null).on(day));
            }
        }
        if (e.newDate() != null) {
            listed(e.newDate());
        }
    }

    /** Whether a code, which names neither defendant nor offence, can only be of one. */
    private boolean isOfOneCharge() {
        return people.size() == 1 && people.getFirst().offences().size() == 1;
    }

    /** The hearing's, however late that was typed in, unless it can come about before it. */
    private LocalDate dayOf(OutcomeRecorded e) {
        return e.result().beforeTheDay() ? LondonTime.dateOf(happened.at()) : e.hearingDate();
    }

    private void listed(LocalDate day) {
        listings.add(new Listing(happened.at(), day));
    }

    /** With its notice before the hearing as it was listed when that happened. */
    private Counted beforeTheHearing(Counted fact) {
        LocalDate hearing =
                listings.stream()
                        .filter(it -> !it.since().isAfter(fact.at()))
                        .reduce((earlier, later) -> later)
                        .orElse(listings.getFirst())
                        .day();
        return fact.daysBefore(hearing);
    }

    private void countsFor(Slot slot, Kind kind, String detail) {
        count(fact(kind, detail, null).of(slot));
    }

    private void counts(Kind kind, @Nullable String detail, @Nullable String part) {
        count(fact(kind, detail, part));
    }

    private void count(Counted fact) {
        known.add(fact.kind());
        counted.add(fact);
    }

    /** Something that counts by the event once it is {@linkplain #count counted}. */
    private Counted fact(Kind kind, @Nullable String detail, @Nullable String part) {
        return new Counted(
                happened.sequence(),
                counted.size(),
                kind,
                !known.contains(kind),
                happened.at(),
                LondonTime.dateOf(happened.at()),
                happened.recordedAt(),
                detail,
                part,
                null,
                null,
                null,
                null);
    }
}
