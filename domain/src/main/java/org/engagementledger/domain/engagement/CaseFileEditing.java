package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.engagement.detail.IssueStatus.AGREED;
import static org.engagementledger.domain.engagement.detail.IssueStatus.DISPUTED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Trail;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.engagement.CaseFile.AwaitingTriage;
import org.engagementledger.domain.engagement.CaseFile.Booking;
import org.engagementledger.domain.engagement.CaseFile.Days;
import org.engagementledger.domain.engagement.CaseFile.Listing;
import org.engagementledger.domain.engagement.CaseFile.Offer;
import org.engagementledger.domain.engagement.CaseFile.Representation;
import org.engagementledger.domain.engagement.CaseFile.Waiting;
import org.engagementledger.domain.engagement.PleaRegister.Standing;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.MeetingOutcome;
import org.engagementledger.domain.engagement.detail.MeetingResult;
import org.engagementledger.domain.engagement.detail.Offence;
import org.engagementledger.domain.engagement.detail.Settlement;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.HearingRelisted;
import org.engagementledger.domain.engagement.event.InformationRequested;
import org.engagementledger.domain.engagement.event.MeetingHeld;
import org.engagementledger.domain.engagement.event.MeetingMissed;
import org.engagementledger.domain.engagement.event.OutcomeRecorded;
import org.engagementledger.domain.engagement.event.PartlyTriaged;
import org.engagementledger.domain.engagement.event.PleaAgreed;
import org.engagementledger.domain.engagement.event.PleaIndicated;
import org.engagementledger.domain.engagement.event.PleaOfferWithdrawn;
import org.engagementledger.domain.engagement.event.PleaOffered;
import org.engagementledger.domain.engagement.event.PleaRejected;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.engagementledger.domain.engagement.event.Resolved;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotOfferDeclined;
import org.engagementledger.domain.engagement.event.SlotOfferExpired;
import org.engagementledger.domain.engagement.event.SlotOfferWithdrawn;
import org.engagementledger.domain.engagement.event.SlotOffered;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.domain.engagement.event.TriageEscalated;
import org.engagementledger.domain.engagement.event.Triaged;
import org.engagementledger.domain.engagement.event.WaitingListJoined;
import org.engagementledger.domain.engagement.event.WaitingListLeft;
import org.engagementledger.domain.engagement.event.Withdrawn;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/** A case file in the making: what it was, changed by one event. */
final class CaseFileEditing {

    private final EngagementId id;
    private final long sequence;
    private final Instant receivedAt;
    private final Urn urn;
    private final String court;
    private final Stage stage;
    private Trail<Representation> representation;
    private Trail<Listing> hearing;
    private Trail<Booking> slot;
    private @Nullable Waiting waiting;
    private @Nullable Days suitable;
    private Trail<Boolean> resolutions;
    private Trail<Boolean> closed;
    private Charges charges;
    private Custody custody;
    private Issues issues;
    private PleaRegister pleas;
    private Requests requests;
    private Numbering numbering;
    private @Nullable AwaitingTriage triage;
    private List<Long> corrected;

    private CaseFileEditing(CaseFile file) {
        id = file.id();
        sequence = file.version() + 1;
        receivedAt = file.receivedAt();
        urn = file.urn();
        court = file.court();
        stage = file.stage();
        representation = file.representation();
        hearing = file.hearing();
        slot = file.slot();
        waiting = file.waiting();
        suitable = file.suitable();
        resolutions = file.resolutions();
        closed = file.closed();
        charges = file.charges();
        custody = file.custody();
        issues = file.issues();
        pleas = file.pleas();
        requests = file.requests();
        numbering = file.numbering();
        triage = file.triage();
        corrected = file.corrected();
    }

    /** The file that a submission opens. */
    static CaseFile open(Submitted e) {
        CaseFile blank =
                new CaseFile(
                        e.engagement(),
                        -1,
                        e.receivedAt(),
                        e.urn(),
                        e.court(),
                        e.stage(),
                        Trail.of(0, new Representation(e.requester().firm())),
                        Trail.of(0, new Listing(e.hearingDate(), e.receivedAt())),
                        Trail.empty(),
                        null,
                        null,
                        Trail.empty(),
                        Trail.empty(),
                        Charges.NONE,
                        Custody.UNKNOWN,
                        new Issues(List.of()),
                        PleaRegister.NONE,
                        Requests.NONE,
                        Numbering.NONE,
                        null,
                        List.of());
        CaseFileEditing editing = new CaseFileEditing(blank);
        editing.people(e.defendants());
        editing.raise(e.issues());
        return editing.finished();
    }

    /** The file after the event. */
    static CaseFile after(CaseFile file, EngagementEvent event) {
        CaseFileEditing editing = new CaseFileEditing(file);
        editing.apply(event);
        return editing.finished();
    }

    private void apply(EngagementEvent event) {
        switch (event) {
            case Submitted e -> throw new IllegalStateException("Submitted twice: " + id);
            case Amended e -> amend(e);
            case InformationRequested e -> {
                requests = requests.ask(sequence, e.request());
                numbering = numbering.withRequest();
            }
            case TriageEscalated e -> {
                if (triage != null) {
                    triage = new AwaitingTriage(triage.since(), true);
                }
            }
            case PartlyTriaged e -> find(e.findings());
            case Triaged e -> find(e.findings());
            case Resolved e -> {
                settle(e.settlements());
                resolutions = resolutions.then(sequence, true);
            }
            case WaitingListJoined e -> {
                waiting =
                        new Waiting(
                                e.joinedAt(),
                                e.priority(),
                                e.suitableFrom(),
                                e.suitableUntil(),
                                null);
                suitable = new Days(e.suitableFrom(), e.suitableUntil());
            }
            case WaitingListLeft e -> {
                waiting = null;
                suitable = null;
            }
            case SlotOffered e -> offered(new Offer(e.slot(), e.until()));
            case SlotOfferDeclined e -> offered(null);
            case SlotOfferExpired e -> offered(null);
            case SlotOfferWithdrawn e -> offered(null);
            case SlotBooked e -> {
                has(e.slot());
                waiting = null;
            }
            case SlotReleased e -> has(null);
            case MeetingHeld e -> {
                met();
                issues = issues.become(sequence, statuses(e.outcomes()));
            }
            case MeetingMissed e -> met();
            case PleaOffered e -> {
                pleas =
                        pleas.open(
                                new PleaRegister.Entry(
                                        e.plea(),
                                        e.defendant(),
                                        e.offence(),
                                        Trail.of(
                                                sequence,
                                                new Standing(PleaStatus.OFFERED, e.offeredAt()))));
                numbering = numbering.withPlea();
            }
            case PleaIndicated e -> {
                pleas =
                        pleas.open(
                                new PleaRegister.Entry(
                                        e.plea(),
                                        e.defendant(),
                                        e.offence(),
                                        Trail.of(
                                                sequence,
                                                new Standing(
                                                        PleaStatus.INDICATED, e.indicatedAt()))));
                numbering = numbering.withPlea();
            }
            case PleaOfferWithdrawn e ->
                    pleas = pleas.become(sequence, e.plea(), PleaStatus.WITHDRAWN, e.withdrawnAt());
            case PleaRejected e ->
                    pleas = pleas.become(sequence, e.plea(), PleaStatus.REJECTED, e.rejectedAt());
            case PleaAgreed e ->
                    pleas = pleas.become(sequence, e.plea(), PleaStatus.AGREED, e.agreedAt());
            case HearingRelisted e ->
                    hearing = hearing.then(sequence, new Listing(e.newDate(), e.relistedAt()));
            case RepresentationTransferred e ->
                    representation =
                            representation.then(sequence, new Representation(e.requester().firm()));
            case Withdrawn e -> closed = closed.then(sequence, true);
            case OutcomeRecorded e -> end(e);
            case RecordedInError e -> strike(e.sequence());
        }
    }

    private void offered(@Nullable Offer offer) {
        waiting = waiting == null ? null : waiting.with(offer);
    }

    private void amend(Amended e) {
        people(e.defendants());
        for (DefendantDetails details : e.details()) {
            charge(details.defendant(), details.offences());
            custody =
                    custody.change(
                            sequence,
                            details.defendant(),
                            details.custody(),
                            details.custodyTimeLimit());
        }
        raise(e.issues());
        requests =
                requests.answer(
                        sequence, e.information().stream().map(given -> given.request()).toList());
    }

    private void people(List<Defendant> defendants) {
        numbering = numbering.withPeople(defendants.size(), 0);
        for (Defendant defendant : defendants) {
            charges = charges.name(sequence, defendant.id());
            custody =
                    custody.name(
                            sequence,
                            defendant.id(),
                            defendant.custody(),
                            defendant.custodyTimeLimit());
            charge(defendant.id(), defendant.offences());
        }
    }

    private void charge(DefendantId defendant, List<Offence> offences) {
        charges = charges.charge(sequence, defendant, offences.stream().map(Offence::id).toList());
        numbering = numbering.withPeople(0, offences.size());
    }

    private void raise(List<Issue> raised) {
        issues = issues.raise(sequence, raised.stream().map(Issue::id).toList());
        numbering = numbering.withIssues(raised.size());
    }

    private void find(List<Finding> findings) {
        issues = issues.become(sequence, Triaging.statuses(findings));
    }

    /** What was settled before is only said again: it stays with the event that settled it. */
    private void settle(List<Settlement> settlements) {
        issues =
                issues.become(
                        sequence,
                        settlements.stream()
                                .filter(
                                        s ->
                                                issues.status(s.issue())
                                                        .filter(s.how()::equals)
                                                        .isEmpty())
                                .collect(Collectors.toMap(Settlement::issue, Settlement::how)));
    }

    /** Books or releases; what was booked before can't come back, so the trail begins anew. */
    private void has(@Nullable Slot booked) {
        slot = Trail.of(sequence, new Booking(booked));
    }

    /** The slot is used up, and what was said about days with it. */
    private void met() {
        slot = slot.then(sequence, new Booking(null));
        suitable = null;
    }

    private void end(OutcomeRecorded e) {
        if (e.newDate() == null) {
            closed = closed.then(sequence, true);
        } else {
            hearing = hearing.then(sequence, new Listing(e.newDate(), e.outcomeAt()));
        }
    }

    private void strike(long struck) {
        representation = representation.without(struck);
        hearing = hearing.without(struck);
        slot = slot.without(struck);
        resolutions = resolutions.without(struck);
        closed = closed.without(struck);
        charges = charges.without(struck);
        custody = custody.without(struck, charges);
        issues = issues.without(struck);
        pleas = pleas.without(struck, charges);
        requests = requests.without(struck);
        corrected = Stream.concat(corrected.stream(), Stream.of(struck)).toList();
    }

    /** Whoever waits goes on waiting since the same event. */
    private @Nullable AwaitingTriage awaitingTriage() {
        if (closed.current().orElse(false) || issues.untriaged().isEmpty()) {
            return null;
        }
        return triage == null ? new AwaitingTriage(sequence, false) : triage;
    }

    private CaseFile finished() {
        return new CaseFile(
                id,
                sequence,
                receivedAt,
                urn,
                court,
                stage,
                representation,
                hearing,
                slot,
                waiting,
                suitable,
                resolutions,
                closed,
                charges,
                custody,
                issues,
                pleas,
                requests,
                numbering,
                awaitingTriage(),
                corrected);
    }

    private static Map<IssueId, IssueStatus> statuses(List<MeetingOutcome> outcomes) {
        return outcomes.stream()
                .collect(
                        Collectors.toMap(
                                MeetingOutcome::issue,
                                outcome ->
                                        outcome.result() == MeetingResult.AGREED
                                                ? AGREED
                                                : DISPUTED));
    }
}
